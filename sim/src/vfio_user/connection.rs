//! The connection that the protocol's server has accepted, and keeps to itself.
#![allow(unsafe_code)]
use rustix::event::{poll, PollFd, PollFlags, Timespec};
use rustix::net::{getsockname, sockopt::socket_acceptconn, SocketAddrAny};
use std::fs;
use std::io;
use std::os::fd::{BorrowedFd, OwnedFd};
use std::os::unix::net::UnixListener;

/// A second descriptor of the connection that was accepted from `listener`. It carries its listener's name, as no other socket of this
/// process does.
pub fn accepted_from(listener: &UnixListener) -> io::Result<OwnedFd> {
    let name = getsockname(listener)?;
    for entry in fs::read_dir("/proc/self/fd")? {
        let Some(number) = entry?.file_name().to_str().and_then(|name| name.parse().ok()) else {
            continue;
        };
        // SAFETY: the number is only given to the kernel, to be looked at or copied. Should another thread close the descriptor meanwhile,
        // the kernel says so, or looks at what has come in its place.
        let candidate = unsafe { BorrowedFd::borrow_raw(number) };
        if is_connection(candidate, &name) {
            return candidate.try_clone_to_owned();
        }
    }
    Err(io::Error::new(
        io::ErrorKind::NotFound,
        "the client's connection is not among the descriptors in /proc/self/fd",
    ))
}

fn is_connection(descriptor: BorrowedFd, name: &SocketAddrAny) -> bool {
    getsockname(descriptor).is_ok_and(|its| its == *name) && socket_acceptconn(descriptor) == Ok(false)
}

/// Whether the other end of `connection` is closed: by its process, or because its process has ended.
pub fn is_hung_up(connection: &OwnedFd) -> io::Result<bool> {
    let mut events = [PollFd::new(connection, PollFlags::empty())];
    poll(&mut events, Some(&Timespec::default()))?;
    Ok(!events[0].revents().is_empty())
}
