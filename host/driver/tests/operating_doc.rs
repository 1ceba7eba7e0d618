//! docs/operating.md says of every counter what to do when it rises.
use fixnic_abi::counter::Counter;

#[test]
fn every_counter_is_explained() {
    let doc = include_str!("../../../docs/operating.md");
    let table: String = doc.lines().filter(|line| line.starts_with("| `")).collect();
    for counter in Counter::ALL {
        let name = format!("`{}`", counter.name);
        assert!(table.contains(&name), "docs/operating.md does not explain {name}");
    }
}
