//! A TAP interface: the kernel's network, or that of a network namespace, at the far end of a simulated device's wire.

#![allow(unsafe_code)]
use rustix::fs::{open, Mode, OFlags};
use rustix::io::Errno;
use rustix::ioctl::{ioctl, opcode, Setter, Updater};
use rustix::net::{netdevice::name_to_index, socket, AddressFamily, SocketType};
use std::ffi::{c_int, c_short};
use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use thiserror::Error;

/// Longest interface name with its closing zero (linux/if.h, IFNAMSIZ).
const NAME_BYTES: usize = 16;
/// Frames of Ethernet, without the four bytes of packet information (linux/if_tun.h).
const IFF_TAP: c_short = 0x0002;
const IFF_NO_PI: c_short = 0x1000;
/// The interface is up (linux/if.h).
const IFF_UP: c_short = 0x0001;
/// linux/if_tun.h: `_IOW('T', 202, int)`.
const TUNSETIFF: rustix::ioctl::Opcode = opcode::write::<c_int>(b'T', 202);
/// linux/sockios.h.
const SIOCGIFFLAGS: rustix::ioctl::Opcode = 0x8913;

/// `struct ifreq` of linux/if.h, with flags.
#[repr(C)]
#[derive(Clone, Copy)]
struct InterfaceRequest {
    name: [u8; NAME_BYTES],
    flags: c_short,
    rest: [u8; 22],
}

/// A TAP interface cannot be used.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum TapError {
    /// Not a name that an interface can have.
    #[error("{name:?} is no interface name: 1 to 15 characters without '/' and blanks are possible")]
    Name {
        /// Name given.
        name: String,
    },
    /// There is no such interface in this network namespace.
    #[error("there is no interface {name} here; create it: ip tuntap add dev {name} mode tap user $USER && ip link set {name} up")]
    Missing {
        /// Name given.
        name: String,
    },
    /// The interface is not up.
    #[error("the interface {name} is down; bring it up: ip link set {name} up")]
    Down {
        /// Name given.
        name: String,
    },
    /// This user may not use it.
    #[error("no right to use the TAP interface {name}: it belongs to another user; give it to this one when it is created (ip tuntap add dev {name} mode tap user $USER), or run with CAP_NET_ADMIN")]
    Permission {
        /// Name given.
        name: String,
    },
    /// Somebody else uses it.
    #[error("the TAP interface {name} is in use; stop the program that holds it, or take another one")]
    Busy {
        /// Name given.
        name: String,
    },
    /// It is an interface of another kind.
    #[error("the interface {name} is no TAP interface; delete it and create it anew: ip tuntap add dev {name} mode tap")]
    NotTap {
        /// Name given.
        name: String,
    },
    /// The system refused something else.
    #[error("{step} for the TAP interface {name} failed: {source}; is the kernel module tun loaded?")]
    System {
        /// Name given.
        name: String,
        /// What was tried.
        step: &'static str,
        /// What the kernel said.
        source: io::Error,
    },
}

/// An open TAP interface. What the kernel sends through it is received here, and the other way round.
#[derive(Debug)]
pub struct Tap {
    file: OwnedFd,
}

impl Tap {
    /// Opens an interface that exists, in the network namespace of this process.
    ///
    /// # Errors
    /// [`TapError`], with what would mend it.
    pub fn open(name: &str) -> Result<Self, TapError> {
        let name_owned = || name.to_owned();
        let system = |step| {
            move |errno: Errno| TapError::System {
                name: name.to_owned(),
                step,
                source: errno.into(),
            }
        };
        let usable = |b: u8| b.is_ascii_graphic() && b != b'/';
        if name.is_empty() || name.len() >= NAME_BYTES || !name.bytes().all(usable) {
            return Err(TapError::Name { name: name_owned() });
        }
        let query =
            socket(AddressFamily::INET, SocketType::DGRAM, None).map_err(system("opening a socket"))?;
        // TUNSETIFF would create a missing one: down, without an address, and gone with this process.
        name_to_index(&query, name).map_err(|errno| match errno {
            Errno::NODEV => TapError::Missing { name: name_owned() },
            other => system("SIOCGIFINDEX")(other),
        })?;
        let mut request = InterfaceRequest {
            name: [0; NAME_BYTES],
            flags: 0,
            rest: [0; 22],
        };
        request.name[..name.len()].copy_from_slice(name.as_bytes());

        // SAFETY: SIOCGIFFLAGS reads the name and writes the flags of a struct ifreq, which the type is laid out as.
        unsafe { ioctl(&query, Updater::<SIOCGIFFLAGS, _>::new(&mut request)) }
            .map_err(system("SIOCGIFFLAGS"))?;
        if request.flags & IFF_UP == 0 {
            return Err(TapError::Down { name: name_owned() });
        }

        let flags = OFlags::RDWR | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let file = open("/dev/net/tun", flags, Mode::empty()).map_err(|errno| match errno {
            Errno::ACCESS | Errno::PERM => TapError::Permission { name: name_owned() },
            other => system("opening /dev/net/tun")(other),
        })?;
        request.flags = IFF_TAP | IFF_NO_PI;
        // SAFETY: TUNSETIFF reads a struct ifreq, which the type is laid out as.
        unsafe { ioctl(&file, Setter::<TUNSETIFF, _>::new(request)) }.map_err(|errno| match errno {
            Errno::PERM => TapError::Permission { name: name_owned() },
            Errno::BUSY => TapError::Busy { name: name_owned() },
            Errno::INVAL => TapError::NotTap { name: name_owned() },
            other => system("TUNSETIFF")(other),
        })?;
        Ok(Self { file })
    }

    /// The next frame from the kernel, at the beginning of `buffer`; its length, or `None` when there is none now. What does
    /// not fit the buffer is lost.
    ///
    /// # Errors
    /// When the interface is gone.
    pub fn receive(&self, buffer: &mut [u8]) -> io::Result<Option<usize>> {
        match rustix::io::read(&self.file, buffer) {
            Ok(length) => Ok(Some(length)),
            Err(Errno::AGAIN | Errno::INTR) => Ok(None),
            Err(errno) => Err(errno.into()),
        }
    }

    /// Hands a frame to the kernel.
    ///
    /// # Errors
    /// When the kernel does not take it: the interface is down or gone, or its queue is full.
    pub fn send(&self, frame: &[u8]) -> io::Result<()> {
        rustix::io::write(&self.file, frame)
            .map(drop)
            .map_err(io::Error::from)
    }
}

impl AsFd for Tap {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.file.as_fd()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_request_is_laid_out_as_struct_ifreq() {
        assert_eq!(size_of::<InterfaceRequest>(), 40);
        assert_eq!(std::mem::offset_of!(InterfaceRequest, flags), 16);
    }

    #[test]
    fn what_cannot_be_opened_says_why() {
        for name in ["", "a-name-that-is-too-long", "tap/0", "tap 0"] {
            assert!(matches!(Tap::open(name), Err(TapError::Name { .. })), "{name:?}");
        }
        let missing = Tap::open("no-such-tap").unwrap_err();
        assert!(matches!(missing, TapError::Missing { .. }), "{missing}");
        assert!(missing
            .to_string()
            .contains("ip tuntap add dev no-such-tap mode tap"));
    }
}
