//! Sessions that lose their place, case by case, on the Verilated core and on the golden model (docs/datapath.md, section 3).
use fixnic_abi::counter::Counter;
use fixnic_abi::limits::RESYNC_REPEAT_FRAMES;
use fixnic_abi::CommandOp;
use fixnic_sim::frames::TcpFrame;
use fixnic_tests::differential::corpus::{numbered, Script, CALM, RESTLESS};
use fixnic_tests::differential::{run, GoldenSubject};

const BAIT: &[u8] = b"\x018=FIX.4.4\x019=60\x0135=8\x0134=7\x01";

/// Armed at `seq`, with message 1 behind it.
fn tracked(script: &mut Script, seq: u32) -> u32 {
    script.arm(seq, 1);
    script.segment(&numbered(1, false));
    script.next()
}

fn answer(script: &mut Script, op: CommandOp, generation: u32, tcp_seq: u32, expected: u64) {
    script.command(op as u32, expected, 0, |arguments| {
        (arguments.generation, arguments.tcp_seq) = (generation, tcp_seq);
    });
}

#[test]
fn a_start_is_found_in_every_lane_and_behind_every_cut() {
    let stream: Vec<u8> = (3..6).flat_map(|number| numbered(number, false)).collect();
    let length = numbered(3, false).len();
    for stalls in [CALM, RESTLESS] {
        let mut script = Script::new(stalls);
        for lane in 0..8 {
            for cut in 0..length + 7 {
                script.case(format!("lane {lane}, cut at {cut}"));
                let next = tracked(&mut script, 0xFFFF_FF00 + lane);
                let seq = next.wrapping_add(40 + cut as u32);
                // The second message under way when the frame ends, and finished by the next one.
                let end = cut.max(length) + length + cut % length;
                script.segment_at(seq, &stream[cut..end]);
                script.segment_at(seq.wrapping_add((end - cut) as u32), &stream[end..]);
            }
        }
        let coverage = script.compare(1);
        assert!(coverage.counter(Counter::Resync) >= 8 * length as u64);
        assert!(coverage.said("FRAME CANDIDATE") > coverage.counter(Counter::Resync));
    }
}

#[test]
fn the_next_message_is_known_from_body_length_wherever_the_hole_ends() {
    let mut under_way = numbered(2, false);
    let length = under_way.len();
    // What looks like a start inside it is data.
    let at = length - 8 - BAIT.len();
    under_way[at..at + BAIT.len()].copy_from_slice(BAIT);
    let stream = [under_way, numbered(3, false), numbered(4, false)].concat();
    let mut script = Script::new(RESTLESS);
    for begun in [8, 14, 15, 16, 20, 33] {
        for hole_end in begun + 1..length + 3 {
            script.case(format!("{begun} bytes came, the hole ends at {hole_end}"));
            let next = tracked(&mut script, 0xFFFF_FF80);
            script.segment(&stream[..begun]);
            // A segment that ends before, at or behind the message's end, and the rest.
            let end = hole_end + 1 + (7 * hole_end) % 60;
            script.segment_at(next.wrapping_add(hole_end as u32), &stream[hole_end..end]);
            script.segment_at(next.wrapping_add(end as u32), &stream[end..]);
        }
    }
    let coverage = script.compare(1);
    assert!(coverage.counter(Counter::Resync) > 3 * length as u64);
    assert!(coverage.said("FRAME SEARCH") > 20 && coverage.said("FRAME PROBE") > 20);
}

#[test]
fn bait_costs_its_frame_and_overlaps_and_bad_frames_change_nothing() {
    let message = |number| numbered(number, false);
    let mut script = Script::new(CALM);
    let next = tracked(&mut script, 0xFFFF_FF00);
    script.case("bait before the first message of the segment");
    let bait = [b"data", BAIT, b"more data ", &message(3)[..]].concat();
    let mut seq = next.wrapping_add(100);
    script.segment_at(seq, &bait);
    seq = seq.wrapping_add(bait.len() as u32);
    script.case("a bad frame with a message");
    let mut bad = TcpFrame {
        tuple: script.tuple(),
        seq,
        payload: &message(4),
        ..TcpFrame::default()
    }
    .build_padded();
    *bad.last_mut().expect("a frame has bytes") ^= 1;
    script.frame(bad);
    script.case("old bytes and a new message in one segment");
    script.segment_at(
        seq.wrapping_sub(bait.len() as u32),
        &[&bait[..], &message(4)].concat(),
    );
    seq = seq.wrapping_add(message(4).len() as u32);
    script.case("the same when there is a candidate");
    script.segment_at(
        seq.wrapping_sub(9),
        &[&message(4)[message(4).len() - 9..], &message(5)].concat(),
    );
    script.case("the hole is filled");
    script.segment_at(next, &[b'x'; 100]);
    let coverage = script.compare(1);
    assert_eq!(coverage.counter(Counter::Resync), 1);
    assert_eq!(
        (coverage.said("FRAME SEARCH"), coverage.said("FRAME CANDIDATE")),
        (2, 3)
    );
}

#[test]
fn answers_that_are_stale_refused_or_never_come() {
    let message = |number| numbered(number, false);
    // Every number has four digits, every message as many bytes.
    let length = message(1003).len() as u32;
    let mut script = Script::new(CALM);
    let next = tracked(&mut script, 5_000);
    let first = next.wrapping_add(length);
    script.case("never answered");
    for number in 0..3 * u64::from(RESYNC_REPEAT_FRAMES) {
        script.segment_at(
            first.wrapping_add(number as u32 * length),
            &message(1003 + number),
        );
    }
    script.case("of another generation, of another place, without a number");
    answer(&mut script, CommandOp::ResyncOk, 0, first, 1003);
    answer(&mut script, CommandOp::ResyncNo, 1, first + 1, 1003);
    answer(&mut script, CommandOp::ResyncOk, 1, first, 0);
    script.case("refused: the next message is proposed");
    answer(&mut script, CommandOp::ResyncNo, 1, first, 0);
    let second = first.wrapping_add(3 * u32::from(RESYNC_REPEAT_FRAMES) * length);
    answer(&mut script, CommandOp::ResyncOk, 2, first, 1003);
    script.segment_at(second, &message(2000));
    script.case("confirmed, after messages with a gap");
    script.segment_at(second.wrapping_add(length), &message(2005));
    answer(&mut script, CommandOp::ResyncOk, 2, second, 2000);
    script.segment_at(second.wrapping_add(2 * length), &message(2001));
    script.case("confirmed, with another number than was proposed");
    script.segment_at(second.wrapping_add(4 * length), &message(2002));
    answer(
        &mut script,
        CommandOp::ResyncOk,
        3,
        second.wrapping_add(4 * length),
        2001,
    );
    script.segment_at(second.wrapping_add(5 * length), &message(2003));
    let coverage = script.compare(1);
    assert_eq!(coverage.counter(Counter::Resync), 3 + 1 + 1);
    for (said, times) in [
        ("RESYNC_OK STALE CANDIDATE", 1),
        ("RESYNC_NO STALE CANDIDATE", 1),
        ("RESYNC_OK BAD_EXPECTED CANDIDATE", 1),
        ("RESYNC_NO OK SEARCH", 1),
        ("RESYNC_OK BAD_STATE SEARCH", 1),
        ("RESYNC_OK OK TRACK", 1),
        ("RESYNC_OK OK HOLD", 1),
    ] {
        assert_eq!(coverage.said(said), times, "{said}");
    }
    assert_eq!(coverage.counter(Counter::VerdictInSequence), 1 + 1);
}

#[test]
fn a_core_that_does_not_search_is_found_out() {
    // The golden model against itself with a rule broken: bad frames commit, and one of them is ahead.
    let mut script = Script::new(CALM);
    let next = tracked(&mut script, 5_000);
    let mut bad = TcpFrame {
        tuple: script.tuple(),
        seq: next.wrapping_add(500),
        payload: &numbered(3, false),
        ..TcpFrame::default()
    }
    .build_padded();
    *bad.last_mut().expect("a frame has bytes") ^= 1;
    script.frame(bad);
    script.segment(&numbered(2, false));
    let fault = Some(fixnic_sim::golden::Fault::BadFrameCommits);
    assert!(run(&mut GoldenSubject::default(), script.actions(), fault).is_err());
    assert!(run(&mut GoldenSubject::default(), script.actions(), None).is_ok());
}
