//! An initiator's way back: pauses that grow, with jitter from a seed, and names that come to mean other addresses.

use std::io;
use std::net::SocketAddr;

use fixnic::engine::{Engine, Resolver, SystemResolver};
use fixnic::settings::HostPort;
use fixnic::transport::TransportEvent;

use crate::util::*;

/// Refuses every attempt, and says when each was made, in seconds after the first.
fn attempts(engine: &mut ScriptedEngine, count: usize) -> Vec<f64> {
    let mut now_ns = START_NS;
    let mut times = Vec::new();
    while times.len() < count {
        let before = engine.transport().connects.len();
        poll(engine, now_ns);
        if engine.transport().connects.len() > before {
            times.push((now_ns - START_NS) as f64 / 1e9);
            let id = engine.transport().latest();
            let error = Some(io::ErrorKind::ConnectionRefused.into());
            engine
                .transport_mut()
                .events
                .push_back(TransportEvent::Closed { id, error });
            poll(engine, now_ns);
        }
        now_ns = engine.poll_timeout().unwrap().max(now_ns);
    }
    times
}

#[test]
fn pauses_are_equal_unless_a_longest_one_is_given() {
    let times = attempts(&mut initiator(), 6);
    assert_eq!(times, [0.0, 5.0, 10.0, 15.0, 20.0, 25.0]);
}

#[test]
fn pauses_double_up_to_their_bound_with_jitter_that_a_seed_repeats() {
    let run = |seed: u64| {
        let more = format!("ReconnectIntervalMax=60\nReconnectSeed={seed}\n");
        attempts(&mut initiator_with(&more), 12)
    };
    let times = run(7);
    assert_eq!(times, run(7));
    assert_ne!(times, run(8));
    for (n, pair) in times.windows(2).enumerate() {
        let whole = f64::min(5.0 * f64::powi(2.0, n as i32), 60.0);
        let pause = pair[1] - pair[0];
        assert!(
            (whole / 2.0..=whole).contains(&pause),
            "pause {n}: {pause} of {whole}"
        );
    }
}

#[test]
fn a_session_that_was_up_comes_back_after_the_first_pause() {
    let mut engine = initiator_with("ReconnectIntervalMax=60\nReconnectSeed=7\n");
    attempts(&mut engine, 6);
    let now_ns = engine.poll_timeout().unwrap();
    connect_at(&mut engine, now_ns);
    let mut exchange = Exchange::new();
    exchange.now_ns = now_ns;
    exchange.send(&mut engine, b"A", b"98=0\x01108=30\x01");
    poll(&mut engine, now_ns);
    assert!(engine.session(0).is_logged_on());
    let id = engine.transport().latest();
    engine
        .transport_mut()
        .events
        .push_back(TransportEvent::Closed { id, error: None });
    poll(&mut engine, now_ns);
    let pause_ns = engine.poll_timeout().unwrap() - now_ns;
    assert!(pause_ns <= 5 * SECOND_NS, "{pause_ns}");
}

/// What a name means, question by question; the first answer lets itself be asked for twice.
struct Names {
    answers: Vec<io::Result<[u8; 4]>>,
    slow: bool,
}

impl Resolver for Names {
    fn look_up(&mut self, host: &HostPort) -> io::Result<Vec<SocketAddr>> {
        let address = self.answers.pop().expect("no more look-ups than attempts")?;
        Ok(vec![SocketAddr::from((address, host.port))])
    }

    fn poll_look_up(&mut self, host: &HostPort) -> Option<io::Result<Vec<SocketAddr>>> {
        if std::mem::take(&mut self.slow) {
            return None;
        }
        Some(self.look_up(host))
    }
}

#[test]
fn a_name_is_looked_up_again_before_each_further_attempt() {
    let answers = || {
        vec![
            Ok([192, 0, 2, 3]),
            Err(io::ErrorKind::TimedOut.into()),
            Ok([192, 0, 2, 2]),
            Ok([192, 0, 2, 1]),
        ]
    };
    let settings =
        initiator_settings("SocketConnectHost=exchange.example\nSocketConnectHost1=\nSocketConnectPort1=\n");
    let names = || -> Box<dyn Resolver> {
        Box::new(Names {
            answers: answers(),
            slow: true,
        })
    };
    let mut engine = Engine::with_resolver(&settings, Scripted::new(), START_NS, names, |_| {
        Recorder::default()
    })
    .unwrap();
    let times = attempts(&mut engine, 4);
    let hosts: Vec<String> = engine
        .transport()
        .connects
        .iter()
        .map(|a| a.ip().to_string())
        .collect();
    assert_eq!(
        hosts,
        ["192.0.2.1", "192.0.2.2", "192.0.2.2", "192.0.2.3"],
        "the last known address where the name server fails"
    );
    assert!(times[1] > 5.0 && times[1] < 6.0, "it was waited for: {times:?}");
}

#[test]
fn the_system_s_resolver_answers_without_holding_anyone_up() {
    let mut resolver = SystemResolver::default();
    let host = HostPort {
        host: "localhost".to_owned(),
        port: 7,
    };
    let found = loop {
        match resolver.poll_look_up(&host) {
            Some(found) => break found.unwrap(),
            None => std::thread::yield_now(),
        }
    };
    assert!(found
        .iter()
        .all(|address| address.ip().is_loopback() && address.port() == 7));
    assert_eq!(resolver.look_up(&host).unwrap(), found);
}
