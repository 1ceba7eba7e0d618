//! What the datapath keeps up with at 10G line rate, and how long it takes, in clocks of the Verilated core.
use fixnic_sim::verilated::FrameGap;
use fixnic_tests::datapath::{
    measure, Case, Content, Headers, Host, Lengths, Measured, Place, CASES, RELAXED_CLOCKS,
};

/// Clocks from the last byte of a message at `s_axis_rx` to its verdict, when no frame waits for another.
const VERDICT_CLOCKS_MAX: u64 = 30;
/// One more of a frame with an 802.1Q tag: its 4-tuple ends a beat later.
const TAG_CLOCKS: u64 = 1;
/// Further clocks from there to the AXI beat of its MSG entry.
const ENTRY_CLOCKS_MAX: u64 = 13;
/// Further clocks that frames of one message may wait for each other at line rate.
const WAIT_CLOCKS_MAX: u64 = 4;

fn verdict_clocks_max(case: &Case) -> u64 {
    match case.headers {
        Headers::Tagged => VERDICT_CLOCKS_MAX + TAG_CLOCKS,
        Headers::Plain | Headers::Timestamps => VERDICT_CLOCKS_MAX,
    }
}

fn spaced(case: &Case, gap: FrameGap) -> Measured {
    let measured = measure(case, gap, "");
    println!(
        "{}, {gap:?}: {} delivered, {} dropped",
        case.name, measured.delivered, measured.dropped
    );
    measured
}

/// Line rate, but for the cases that need more space between their frames.
fn keeps_up(choose: impl Fn(&Case) -> bool) {
    let chosen: Vec<&Case> = CASES
        .iter()
        .filter(|case| case.host == Host::Ready && choose(case))
        .collect();
    assert!(!chosen.is_empty(), "a case is tested");
    for case in chosen {
        let measured = spaced(case, case.keeps_up_with);
        if case.place == Place::Lost {
            assert!(
                measured.proposals >= case.sessions as u64,
                "{}: {} places found again",
                case.name,
                measured.proposals
            );
        }
        assert_eq!(
            measured.dropped + measured.dropped_ring,
            0,
            "{}: drops",
            case.name
        );
        assert_eq!(measured.delivered, case.frames as u64, "{}: delivered", case.name);
        let clocks = measured.clocks.expect("nothing was dropped");
        let ends = clocks.verdict.as_ref().map_or(0, |verdict| verdict.count);
        assert_eq!(measured.in_sequence, ends, "{}: messages in sequence", case.name);
        assert_eq!(
            ends == 0,
            case.content == Content::Bare || case.place == Place::Lost,
            "{}: messages",
            case.name
        );
        // What a frame waits for others does not add up: 5,000 frames wait no longer than ten.
        if let (Content::Messages { .. }, Some(verdict)) = (case.content, &clocks.verdict) {
            assert!(
                verdict.max <= verdict_clocks_max(case) + WAIT_CLOCKS_MAX,
                "{}: a verdict after {} clocks",
                case.name,
                verdict.max
            );
        }
    }
}

#[test]
fn frames_of_no_session_keep_line_rate() {
    keeps_up(|case| case.content == Content::Bare);
}

#[test]
fn whole_messages_keep_line_rate() {
    keeps_up(|case| case.place == Place::Kept && matches!(case.content, Content::Messages { .. }));
}

#[test]
fn streams_in_frames_of_any_length_keep_line_rate() {
    keeps_up(|case| {
        let stream = matches!(case.content, Content::Stream(Lengths::Rising | Lengths::Shuffled));
        case.place == Place::Kept && stream
    });
}

#[test]
fn sessions_that_lost_their_places_are_searched_at_line_rate() {
    keeps_up(|case| case.place == Place::Lost);
}

#[test]
fn the_least_tracked_frames_keep_line_rate() {
    keeps_up(|case| case.place == Place::Kept && case.content == Content::Stream(Lengths::Least));
}

#[test]
fn a_stalling_host_costs_frames_at_the_ingress_fifo_alone_and_each_is_counted() {
    let stalls = CASES.iter().filter(|case| case.host == Host::Stalls);
    for case in stalls.inspect(|case| println!("{}", case.name)) {
        let measured = spaced(case, FrameGap::LineRate);
        assert!(measured.dropped > 0, "the pauses are long enough to cost frames");
        assert_eq!(measured.dropped_ring, 0);
        assert_eq!(measured.delivered + measured.dropped, case.frames as u64);
        assert_eq!(
            measured.miscounted, 0,
            "FRAME entries that miscount the drops before them"
        );
    }
}

/// What does not keep line rate costs frames at the ingress FIFO, and with a clock less than it keeps up with as well.
#[test]
fn what_needs_more_space_costs_frames_at_the_ingress_fifo_alone_and_each_is_counted() {
    let mut tested = 0;
    for case in CASES.iter().filter(|case| case.host == Host::Ready) {
        let FrameGap::Clocks(fewest) = case.keeps_up_with else {
            continue;
        };
        for gap in [FrameGap::LineRate, FrameGap::Clocks(fewest - 1)] {
            let measured = spaced(case, gap);
            assert!(measured.dropped > 0, "{}: {gap:?} is enough", case.name);
            assert_eq!(
                (measured.dropped_ring, measured.miscounted),
                (0, 0),
                "{}",
                case.name
            );
            assert_eq!(
                measured.delivered + measured.dropped,
                case.frames as u64,
                "{}",
                case.name
            );
        }
        tested += 1;
    }
    assert_eq!(tested, 2, "cases that do not keep line rate");
}

#[test]
fn an_idle_pipeline_takes_a_bounded_number_of_clocks() {
    for case in CASES
        .iter()
        .filter(|case| case.place == Place::Kept)
        .filter(|case| matches!(case.content, Content::Messages { a_frame: 1, .. }))
    {
        let measured = measure(case, FrameGap::Clocks(RELAXED_CLOCKS), "far apart");
        let clocks = measured.clocks.expect("nothing was dropped");
        let verdict = clocks.verdict.expect("every frame carries a message").max;
        let entry = clocks.entry.expect("every frame carries a message").max;
        println!("{}: verdict {verdict}, entry {entry}", case.name);
        assert!(
            verdict <= verdict_clocks_max(case),
            "{}: verdict after {verdict} clocks",
            case.name
        );
        assert!(
            entry <= verdict_clocks_max(case) + ENTRY_CLOCKS_MAX,
            "{}: entry after {entry} clocks",
            case.name
        );
    }
}
