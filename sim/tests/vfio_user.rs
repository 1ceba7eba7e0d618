//! A device behind a vfio-user socket is the device that it is in this process: the driver's own body runs on it, across two
//! processes' worth of protocol.
use fixnic_abi::counter::Counter;
use fixnic_abi::limits::MAX_FRAME_BYTES;
use fixnic_abi::reg::{self, field};
use fixnic_driver::pci::{Interrupts, REGISTERS_BAR};
use fixnic_driver::selftest::{self, SelfTest};
use fixnic_driver::vfio::VfioError;
use fixnic_driver::vfio_user::VfioUserDevice;
use fixnic_driver::{Device, DmaArena, Nic, NicConfig, RxEntry};
use fixnic_sim::vfio_user::{ClientSummary, FarEnd, VfioUserServer, WireSetting};
use fixnic_sim::GoldenDevice;
use std::path::{Path, PathBuf};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Bound of every wait, far above what any takes.
const PATIENCE: Duration = Duration::from_secs(30);

struct Served {
    _directory: TempDir,
    socket: PathBuf,
    thread: JoinHandle<Vec<ClientSummary>>,
}

/// A golden device with a loopback for a wire, for `clients` clients one after the other.
fn serve(clients: usize) -> Served {
    let directory = TempDir::new().unwrap();
    let socket = directory.path().join("device");
    let wire = WireSetting::Loopback;
    let mut server = VfioUserServer::bind(&socket, GoldenDevice::new, move || wire.open()).unwrap();
    let thread = std::thread::spawn(move || (0..clients).map(|_| server.serve_client().unwrap()).collect());
    Served {
        _directory: directory,
        socket,
        thread,
    }
}

fn open(socket: &Path, interrupts: Interrupts) -> VfioUserDevice {
    VfioUserDevice::open(socket, interrupts).unwrap()
}

fn wait_for<T>(what: &str, mut ready: impl FnMut() -> Option<T>) -> T {
    let end = Instant::now() + PATIENCE;
    loop {
        if let Some(value) = ready() {
            return value;
        }
        assert!(Instant::now() < end, "{what} did not come");
        std::thread::yield_now();
    }
}

/// A frame that says which it is in every byte.
fn frame(number: usize) -> Vec<u8> {
    let length = 60 + number * 37 % 1_400;
    let mut frame: Vec<u8> = (0..length).map(|at| (at * 13 + number * 101) as u8).collect();
    // An Ethertype that the core does not look into.
    frame[12..14].copy_from_slice(&[0x88, 0xb5]);
    frame
}

fn exchange(nic: &mut Nic<VfioUserDevice>, frames: usize) {
    let mut buffer = [0; MAX_FRAME_BYTES];
    let (mut sent, mut received) = (0, 0);
    while received < frames {
        while sent < frames && sent < received + 64 {
            nic.queue(&frame(sent)).unwrap();
            sent += 1;
        }
        nic.announce();
        let entry = wait_for("a frame", || nic.poll().unwrap());
        match entry {
            RxEntry::Frame(entry) => {
                let length = nic.read_frame(&entry, &mut buffer);
                assert_eq!(buffer[..length], frame(received), "frame {received}");
                received += 1;
            }
            other => panic!("{other:?} where frame {received} was due"),
        }
        nic.return_credit();
    }
}

#[test]
fn frames_go_round_through_the_socket() {
    let served = serve(1);
    let mut nic = Nic::open(open(&served.socket, Interrupts::Polled), NicConfig::default()).unwrap();
    exchange(&mut nic, 500);
    let stats = nic.stats().unwrap();
    assert_eq!(stats.get(Counter::TxFrames), 500);
    assert_eq!(stats.get(Counter::RxDelivered), 500);
    assert_eq!(stats.dropped(), 0);
    drop(nic);
    let summary = served.thread.join().unwrap()[0];
    assert_eq!(summary.maps, 1);
    assert_eq!(summary.resets, 2, "at opening and at closing");
}

#[test]
fn a_vector_fires_once_armed() {
    let served = serve(1);
    let mut nic = Nic::open(open(&served.socket, Interrupts::MsiX), NicConfig::default()).unwrap();
    exchange(&mut nic, 1);
    let device = nic.device_mut();
    assert!(!device.take_interrupt(0), "nobody armed it");
    device.write32(reg::IRQ_ARM.at(0), 1);
    nic.queue(&frame(7)).unwrap();
    nic.announce();
    wait_for("the interrupt", || {
        nic.device_mut().take_interrupt(0).then_some(())
    });
    assert!(!nic.device_mut().take_interrupt(0), "one frame, one interrupt");
    assert!(
        matches!(nic.poll().unwrap(), Some(RxEntry::Frame(_))),
        "what it told of is there"
    );
    drop(nic);
    served.thread.join().unwrap();
}

#[test]
fn one_client_follows_the_other_and_finds_a_clean_device() {
    let served = serve(2);
    for _ in 0..2 {
        let mut device = open(&served.socket, Interrupts::Polled);
        assert_eq!(device.read32(reg::SCRATCH.at(0)), 0);
        device.write32(reg::SCRATCH.at(0), 0xF1C5_0001);
        assert_eq!(device.read32(reg::SCRATCH.at(0)), 0xF1C5_0001);
        let mut nic = Nic::open(device, NicConfig::default()).unwrap();
        exchange(&mut nic, 50);
    }
    served.thread.join().unwrap();
}

/// A client that opens as soon as the one before has closed is served, however late the server sees that the first has gone.
#[test]
fn no_client_that_comes_after_another_is_turned_away() {
    const CLIENTS: usize = 200;
    let served = serve(CLIENTS);
    for client in 0..CLIENTS {
        let mut device = open(&served.socket, Interrupts::Polled);
        assert_eq!(device.read32(reg::SCRATCH.at(0)), 0, "client {client}");
        device.write32(reg::SCRATCH.at(0), 0xF1C5_0001);
    }
    assert_eq!(served.thread.join().unwrap().len(), CLIENTS);
}

/// A client that is killed says nothing: the kernel shuts its connection, whatever was under way. So does this one.
#[test]
fn no_client_that_comes_after_a_killed_one_is_turned_away() {
    const CLIENTS: usize = 100;
    let served = serve(2 * CLIENTS);
    for _ in 0..CLIENTS {
        let mut killed = vfio_user::Client::new(&served.socket).unwrap();
        // A request, so that others are turned away from here on.
        killed
            .region_read(REGISTERS_BAR, reg::ID.at(0).into(), &mut [0; 4])
            .unwrap();
        killed.shutdown().unwrap();
        let mut next = open(&served.socket, Interrupts::Polled);
        assert_eq!(next.read32(reg::ID.at(0)), fixnic_abi::ID);
    }
    served.thread.join().unwrap();
}

#[test]
fn a_second_client_is_turned_away() {
    let served = serve(1);
    let mut first = Nic::open(open(&served.socket, Interrupts::Polled), NicConfig::default()).unwrap();
    let error = VfioUserDevice::open(&served.socket, Interrupts::Polled).unwrap_err();
    assert!(matches!(error, VfioError::SocketBusy { .. }), "{error}");
    for _ in 0..20 {
        VfioUserDevice::open(&served.socket, Interrupts::Polled).unwrap_err();
    }
    exchange(&mut first, 10);
    drop(first);
    served.thread.join().unwrap();
}

#[test]
fn the_self_test_passes_in_every_part() {
    let served = serve(2);
    for (interrupts, parts_expected) in [(Interrupts::MsiX, 7), (Interrupts::Polled, 6)] {
        let plan = SelfTest {
            loopback_frames: 500,
            interrupts,
            patience_ns: PATIENCE.as_nanos() as u64,
        };
        let start = Instant::now();
        let mut parts = Vec::new();
        selftest::run(
            open(&served.socket, interrupts),
            &plan,
            &mut || start.elapsed().as_nanos() as u64,
            &mut |part, _| parts.push(part),
        )
        .unwrap();
        assert_eq!(parts.len(), parts_expected, "{parts:?}");
    }
    served.thread.join().unwrap();
}

#[test]
fn memory_that_is_not_mapped_is_not_reached() {
    let served = serve(1);
    let mut nic = Nic::open(open(&served.socket, Interrupts::Polled), NicConfig::default()).unwrap();
    // The TX completion moves to where nothing is mapped; it stands while transmission is on.
    let device = nic.device_mut();
    let control = device.read32(reg::CONTROL.offset);
    device.write32(reg::CONTROL.offset, control & !field::CONTROL::tx_enable.put(1));
    device.write32(reg::TX_COMPLETION_HI.at(0), 0x1234);
    device.write32(reg::CONTROL.offset, control);
    nic.queue(&frame(0)).unwrap();
    nic.announce();
    wait_for("the refusal", || {
        let stats = nic.stats().unwrap();
        (stats.get(Counter::AxiWriteError) > 0).then_some(())
    });
    drop(nic);
    let summary = served.thread.join().unwrap()[0];
    assert!(summary.refusals > 0);
    let refusal = summary.last_refusal.unwrap();
    assert_eq!((refusal.iova >> 32, refusal.write), (0x1234, true));
}

#[test]
fn a_socket_in_use_is_not_taken_over_and_a_dead_one_is() {
    let directory = TempDir::new().unwrap();
    let socket = directory.path().join("device");
    let bind = || VfioUserServer::bind(&socket, GoldenDevice::new, || WireSetting::Unplugged.open());
    let first = bind().unwrap();
    let error = bind().err().unwrap();
    assert_eq!(error.kind(), std::io::ErrorKind::AddrInUse);
    drop(first);
    // A listener that is closed and leaves its path behind, as a killed process does.
    drop(std::os::unix::net::UnixListener::bind(&socket).unwrap());
    bind().unwrap();
}

#[test]
fn an_arena_is_unmapped_when_the_driver_closes() {
    let served = serve(1);
    let mut device = open(&served.socket, Interrupts::Polled);
    let arena = DmaArena::new(1 << 16).unwrap();
    device.map_dma(&arena.host_memory()).unwrap();
    assert!(
        device.map_dma(&arena.host_memory()).is_err(),
        "one mapping at a time"
    );
    device.unmap_dma(arena.host_memory().iova());
    device.map_dma(&arena.host_memory()).unwrap();
    drop(device);
    assert_eq!(served.thread.join().unwrap()[0].maps, 2);
}

struct Broken;

impl FarEnd<GoldenDevice> for Broken {
    fn exchange(&mut self, _: &mut GoldenDevice, _: &mut [u8; MAX_FRAME_BYTES]) -> std::io::Result<usize> {
        Err(std::io::Error::other("the interface was deleted"))
    }
}

#[test]
fn a_wire_that_fails_leaves_a_device_that_answers() {
    let directory = TempDir::new().unwrap();
    let socket = directory.path().join("device");
    let mut server =
        VfioUserServer::bind(&socket, GoldenDevice::new, || Ok(Box::new(Broken) as Box<_>)).unwrap();
    let thread = std::thread::spawn(move || server.serve_client().unwrap());
    let mut nic = Nic::open(open(&socket, Interrupts::Polled), NicConfig::default()).unwrap();
    nic.queue(&frame(0)).unwrap();
    nic.announce();
    wait_for("the completion", || {
        (nic.tx_in_flight().unwrap() == 0).then_some(())
    });
    drop(nic);
    thread.join().unwrap();
}
