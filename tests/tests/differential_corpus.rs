//! The Verilated core against the golden model on written-out episodes: a corpus of messages cut at every byte, mixed, lost, repeated,
//! overlapping, and commands between any two frames.
use fixnic_abi::bcd;
use fixnic_sim::golden::Fault;
use fixnic_sim::verilated::{FrameGap, Stalls};
use fixnic_tests::differential::corpus::{
    broken, numbered, permutations, random_cuts, Script, Template, BROKEN, CALM, RESTLESS, TEMPLATES,
};
use fixnic_tests::differential::{run, GoldenSubject, Rng};

/// Numbers from here on have four digits for as long as a corpus message is cut in all ways.
const NUMBER_FIRST: u64 = 1000;
const NUMBER_LAST: u64 = 9999;
/// Numbers around which something changes: digits, and the widths in which somebody might hold them.
const NUMBERS: [u64; 22] = [
    1,
    2,
    9,
    10,
    99,
    100,
    65_535,
    65_536,
    99_999,
    100_000,
    999_999,
    1_000_000,
    (1 << 31) - 1,
    1 << 31,
    (1 << 32) - 1,
    1 << 32,
    (1 << 32) + 1,
    999_999_999,
    1_000_000_000,
    1_234_567_890,
    9_999_999_998,
    bcd::MAX,
];

/// Sends each message cut in all of these ways, one after the other on one stream.
fn cut_all(stalls: Stalls, template: &Template, ways: impl Fn(usize) -> Vec<Vec<usize>>) -> Script {
    let mut script = Script::new(stalls);
    let mut number = NUMBER_FIRST;
    script.arm(0xFFFF_F000, number);
    for cuts in ways(template.message(number).len()) {
        script.case(format!("{}: cut at {cuts:?}, number {number}", template.name));
        script.cut(&template.message(number), &cuts);
        number += 1;
        if !template.goes_on || number > NUMBER_LAST {
            number = NUMBER_FIRST;
            script.arm(script.next(), number);
        }
    }
    script
}

fn in_two(length: usize) -> Vec<Vec<usize>> {
    (1..length).map(|cut| vec![cut]).collect()
}

fn in_three(length: usize) -> Vec<Vec<usize>> {
    (1..length)
        .flat_map(|first| (first + 1..length).map(move |second| vec![first, second]))
        .collect()
}

#[test]
fn every_message_cut_into_two_segments_at_every_byte() {
    for template in &TEMPLATES {
        for stalls in [CALM, RESTLESS] {
            cut_all(stalls, template, in_two).compare(1);
        }
    }
}

#[test]
fn every_message_that_goes_on_cut_into_three_segments_at_every_two_bytes() {
    for template in TEMPLATES.iter().filter(|template| template.goes_on) {
        cut_all(CALM, template, in_three).compare(2);
    }
}

#[test]
fn every_message_that_stops_the_session_cut_into_three_segments_at_every_two_bytes() {
    for template in TEMPLATES.iter().filter(|template| !template.goes_on) {
        cut_all(CALM, template, in_three).compare(3);
    }
}

#[test]
fn every_broken_message_cut_at_every_byte_and_at_every_lane() {
    let mut script = Script::new(CALM);
    for kind in 0..BROKEN {
        let message = broken(kind, NUMBER_FIRST);
        for lane in 0..8 {
            for cut in 1..message.len() {
                script.case(format!("kind {kind}, lane {lane}, cut at {cut}"));
                script.arm(0x1000 + lane, NUMBER_FIRST);
                script.cut(&message, &[cut]);
                script.segment(&numbered(NUMBER_FIRST, false));
            }
        }
    }
    script.compare(4);
}

/// Each number received while each is expected.
fn numbers() -> Script {
    let mut script = Script::new(CALM);
    script.arm(77, 1);
    for expected in NUMBERS {
        for received in NUMBERS {
            for poss_dup in [false, true] {
                script.case(format!("expected {expected}, received {received}, 43={poss_dup}"));
                script.set_expected(expected);
                script.segment(&numbered(received, poss_dup));
            }
        }
    }
    script
}

#[test]
fn every_number_meets_every_expected_number() {
    numbers().compare(5);
}

#[test]
fn numbers_count_over_their_boundaries_cut_at_every_byte() {
    let mut script = Script::new(CALM);
    script.arm(78, 1);
    for number in NUMBERS {
        let pair = |number: u64| {
            let next = (number + 1).min(bcd::MAX);
            [numbered(number, false), numbered(next, false)].concat()
        };
        for cut in 1..pair(number).len() {
            script.case(format!("{number} and the next, cut at {cut}"));
            script.set_expected(number);
            script.cut(&pair(number), &[cut]);
        }
    }
    script.compare(6);
}

#[test]
fn the_tcp_number_wraps_at_every_byte_of_a_message() {
    let mut script = Script::new(CALM);
    let stream: Vec<u8> = (0..3).flat_map(|i| numbered(NUMBER_FIRST + i, false)).collect();
    for before in 0..=stream.len() as u32 {
        let wrap = before as usize;
        let ways: [&[usize]; 5] = [
            &[],
            &[1],
            &[wrap],
            &[wrap.saturating_sub(1), wrap + 1],
            &[stream.len() / 2],
        ];
        for cuts in ways {
            let cuts: Vec<usize> = cuts.iter().copied().filter(|cut| *cut < stream.len()).collect();
            script.case(format!("{before} bytes before the wrap, cut at {cuts:?}"));
            script.arm(0u32.wrapping_sub(before), NUMBER_FIRST);
            script.cut(&stream, &cuts);
        }
    }
    script.compare(7);
}

/// A stream of three messages, cut into so many segments: the TCP number and bytes of each.
fn segments(rng: &mut Rng, begin: u32, count: usize) -> Vec<(u32, Vec<u8>)> {
    let stream: Vec<u8> = (0..3).flat_map(|i| numbered(NUMBER_FIRST + i, false)).collect();
    let mut cuts = random_cuts(rng, stream.len(), count - 1);
    cuts.push(stream.len());
    let mut from = 0;
    cuts.into_iter()
        .map(|to| {
            let segment = (begin.wrapping_add(from as u32), stream[from..to].to_vec());
            from = to;
            segment
        })
        .collect()
}

#[test]
fn every_order_of_up_to_five_segments_and_all_of_them_again() {
    for (seed, stalls) in [(8, CALM), (9, RESTLESS)] {
        let mut rng = Rng::new(seed);
        let mut script = Script::new(stalls);
        for count in 1..=5 {
            for order in permutations(count) {
                for _ in 0..4 {
                    // A third of them over the wrap of the TCP number.
                    let begin = rng.pick(&[rng.clone().word() as u32, 0x7FFF_FF80, 0u32.wrapping_sub(120)]);
                    let segments = segments(&mut rng, begin, count);
                    script.case(format!("{count} segments in the order {order:?} from {begin:#x}"));
                    script.arm(begin, NUMBER_FIRST);
                    for index in &order {
                        script.segment_at(segments[*index].0, &segments[*index].1);
                    }
                    for (seq, bytes) in &segments {
                        script.segment_at(*seq, bytes);
                    }
                }
            }
        }
        script.compare(seed);
    }
}

#[test]
fn every_choice_of_lost_and_repeated_segments() {
    let mut rng = Rng::new(10);
    let mut script = Script::new(CALM);
    const SEGMENTS: u32 = 5;
    // Each segment is lost, sent once or sent twice; what is lost comes later, the rest once more.
    for choice in 0..3u32.pow(SEGMENTS) {
        let times = |index: u32| choice / 3u32.pow(index) % 3;
        let begin = rng.word() as u32;
        let segments = segments(&mut rng, begin, SEGMENTS as usize);
        let copies: Vec<u32> = (0..SEGMENTS).map(times).collect();
        script.case(format!("copies {copies:?} from {begin:#x}"));
        script.arm(begin, NUMBER_FIRST);
        for ((seq, bytes), copies) in segments.iter().zip(&copies) {
            for _ in 0..*copies {
                script.segment_at(*seq, bytes);
            }
        }
        for (seq, bytes) in &segments {
            script.segment_at(*seq, bytes);
        }
    }
    script.compare(10);
}

/// The second of two segments begins at or before the first one's end.
fn overlaps() -> Script {
    let mut script = Script::new(CALM);
    let stream: Vec<u8> = (0..2).flat_map(|i| numbered(NUMBER_FIRST + i, false)).collect();
    for lane in [0, 3, 7] {
        for end in (1..stream.len()).step_by(3) {
            for again in (0..=end).step_by(if lane == 0 { 1 } else { 5 }) {
                let begin = 0x2000 + lane;
                script.case(format!("from lane {lane}: 0..{end}, then {again}.."));
                script.arm(begin, NUMBER_FIRST);
                script.segment_at(begin, &stream[..end]);
                script.segment_at(begin + again as u32, &stream[again..]);
            }
        }
    }
    script
}

#[test]
fn every_overlap_of_two_segments() {
    overlaps().compare(11);
}

#[test]
fn a_command_of_every_kind_between_any_two_frames() {
    // Known operations, those on the way to be known, and some that are none.
    const OPERATIONS: [u32; 9] = [0, 1, 2, 3, 4, 5, 6, 7, 255];
    for (seed, stalls) in [(12, CALM), (13, RESTLESS)] {
        let mut script = Script::new(stalls);
        let message = |number| numbered(NUMBER_FIRST + number, false);
        for op in OPERATIONS {
            for gap in 0..4u64 {
                for clocks in [0, 1, 2, 3, 4, 6, 9, 14, 22, 35, 60] {
                    for wrong in 0..4 {
                        script.case(format!(
                            "op {op}, wrong {wrong}, after frame {gap} and {clocks} clocks"
                        ));
                        script.arm(0x3000 + clocks, NUMBER_FIRST);
                        for number in 0..4 {
                            if number == gap {
                                script.command(op, NUMBER_FIRST + gap, clocks, |arguments| match wrong {
                                    1 => arguments.session = 1024,
                                    2 => arguments.slot = 4096,
                                    3 => arguments.expected_bcd = 0xA,
                                    _ => {}
                                });
                            }
                            script.segment(&message(number));
                        }
                    }
                }
            }
        }
        script.compare(seed);
    }
}

#[test]
fn frames_of_one_session_back_to_back() {
    let mut script = Script::new(Stalls {
        rx_gap: FrameGap::BackToBack,
        noise: true,
        ..Stalls::NONE
    });
    let mut rng = Rng::new(14);
    let mut number = NUMBER_FIRST;
    script.arm(5, number);
    for burst in 0..400 {
        script.case(format!("burst {burst}"));
        for _ in 0..8 {
            let stream: Vec<u8> = (0..=rng.below(3) as u64)
                .flat_map(|more| numbered(number + more, false))
                .collect();
            number += (stream.len() / numbered(number, false).len()) as u64;
            let count = rng.below(4);
            let cuts = random_cuts(&mut rng, stream.len(), count);
            script.cut(&stream, &cuts);
        }
        if number > NUMBER_LAST - 100 {
            number = NUMBER_FIRST;
            script.arm(script.next(), number);
        }
        // No more frames than the ingress FIFO holds at once.
        script.settle();
    }
    script.compare(14);
}

#[test]
fn the_corpus_sees_a_broken_rule() {
    let differs = |script: &Script, fault| run(&mut GoldenSubject::default(), script.actions(), fault);
    for (script, fault) in [
        (numbers(), Fault::GapUnseen),
        (overlaps(), Fault::OverlapIgnored),
        (cut_all(CALM, &TEMPLATES[1], in_two), Fault::LastByteLost),
    ] {
        assert!(
            differs(&script, None).is_ok(),
            "the golden model differs from itself"
        );
        assert!(
            differs(&script, Some(fault)).is_err(),
            "{fault:?} makes no difference"
        );
    }
}
