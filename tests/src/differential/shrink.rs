//! Makes a failing episode smaller.
use super::run::Difference;
use super::scenario::Action;

/// Leaves out what does not matter: after the failing action first, then in ever smaller pieces. `fails` runs an episode and gives its
/// difference; it is asked at most `runs_max` times. Only differences of the first one's kind count.
pub fn shrink(
    actions: &[Action],
    first: Difference,
    runs_max: usize,
    mut fails: impl FnMut(&[Action]) -> Option<Difference>,
) -> (Vec<Action>, Difference) {
    let mut best: Vec<Action> = actions[..actions.len().min(first.action + 1)].to_vec();
    let kind = first.kind().to_owned();
    let mut difference = first;
    let mut runs = 0;
    let mut piece = best.len().div_ceil(2);
    while piece > 0 && runs < runs_max {
        let mut start = 0;
        while start < best.len() && runs < runs_max {
            let end = (start + piece).min(best.len());
            let shorter: Vec<Action> = [&best[..start], &best[end..]].concat();
            runs += 1;
            match fails(&shorter).filter(|found| found.kind() == kind) {
                Some(found) => (best, difference) = (shorter, found),
                None => start = end,
            }
        }
        piece /= 2;
    }
    (best, difference)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_matters_is_left() {
        let actions: Vec<Action> = (0..200).map(Action::Control).collect();
        let needed = [Action::Control(17), Action::Control(120)];
        let fails = |tried: &[Action]| {
            let action = tried.iter().position(|action| *action == needed[1])?;
            tried.contains(&needed[0]).then(|| Difference {
                action,
                text: String::new(),
            })
        };
        let (left, _) = shrink(&actions, fails(&actions).unwrap(), 1000, fails);
        assert_eq!(left, needed);
    }
}
