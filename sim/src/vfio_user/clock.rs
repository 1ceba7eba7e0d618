//! The device's own time: a thread that lets its clock run, whatever its client does.
//!
//! The function lives on this thread alone. Requests come as jobs, between two steps of the clock; so a job never meets a DMA
//! access half done, and a device that works for long keeps nobody waiting for more than a step.
use super::far_end::FarEnd;
use super::function::PciFunction;
use fixnic_abi::limits::MAX_FRAME_BYTES;
use fixnic_driver::{Device, Wire};
use std::io;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, TryRecvError};
use std::thread;
use std::time::Duration;

/// Device time between two looks at the client and the wire.
const STEP_NS: u64 = 1_000;
/// Steps without a request or a frame after which the thread sleeps between steps: far longer than anything that the device has
/// begun takes.
const IDLE_STEPS: u32 = 2_000;
/// How long it sleeps at most; a request wakes it.
const IDLE_SLEEP: Duration = Duration::from_micros(200);

type Job<D> = Box<dyn FnOnce(&mut PciFunction<D>) + Send>;

/// The running device, for those who ask things of it.
pub struct Clock<D> {
    jobs: Sender<Job<D>>,
}

impl<D: Device + Wire + 'static> Clock<D> {
    /// Starts the thread; both parts of the device are made there, as neither need be able to move between threads.
    pub fn start(
        power_up: impl FnMut() -> D + Send + 'static,
        far_end: impl FnOnce() -> io::Result<Box<dyn FarEnd<D>>> + Send + 'static,
    ) -> io::Result<Self> {
        let (jobs, waiting) = mpsc::channel();
        let (started, start) = mpsc::sync_channel(1);
        thread::Builder::new().name("device".into()).spawn(move || {
            let far_end = match far_end() {
                Ok(far_end) => far_end,
                Err(error) => {
                    let _ = started.send(Err(error));
                    return;
                }
            };
            let mut function = PciFunction::new(Box::new(power_up));
            let _ = started.send(Ok(()));
            run(&mut function, far_end, &waiting);
        })?;
        start
            .recv()
            .map_err(|_| io::Error::other("the device's thread ended while it started"))??;
        Ok(Self { jobs })
    }

    /// Runs `job` on the device's thread and waits for its result. `None` when the thread has ended: the device has panicked.
    pub fn ask<R: Send + 'static>(
        &self,
        job: impl FnOnce(&mut PciFunction<D>) -> R + Send + 'static,
    ) -> Option<R> {
        let (answer, answered) = mpsc::sync_channel(1);
        self.jobs
            .send(Box::new(move |function| {
                let _ = answer.send(job(function));
            }))
            .ok()?;
        answered.recv().ok()
    }
}

fn run<D: Device + Wire>(
    function: &mut PciFunction<D>,
    far_end: Box<dyn FarEnd<D>>,
    jobs: &Receiver<Job<D>>,
) {
    let mut far_end = Some(far_end);
    let mut now_ns = 0;
    let mut idle_steps = 0;
    let mut buffer = [0; MAX_FRAME_BYTES];
    loop {
        let job = if idle_steps < IDLE_STEPS {
            match jobs.try_recv() {
                Ok(job) => Some(job),
                Err(TryRecvError::Empty) => None,
                Err(TryRecvError::Disconnected) => return,
            }
        } else {
            match jobs.recv_timeout(IDLE_SLEEP) {
                Ok(job) => Some(job),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        };
        idle_steps = idle_steps.saturating_add(1);
        if let Some(job) = job {
            job(function);
            idle_steps = 0;
        }
        let exchanged = match &mut far_end {
            Some(far_end) => far_end.exchange(function.device_mut(), &mut buffer),
            None => Ok(0),
        };
        match exchanged {
            Ok(0) => {}
            Ok(_) => idle_steps = 0,
            // The function lives on without it, as a card does whose cable is pulled: its client is owed answers.
            Err(error) => {
                eprintln!("the wire has failed and leads nowhere from now on: {error}");
                far_end = None;
            }
        }
        now_ns += STEP_NS;
        function.advance(now_ns);
    }
}
