//! What keeps a card from being opened is found beforehand, in the order in which it is mended, and told with the command.
#![cfg(feature = "vfio")]
use fixnic_driver::pci::PciAddress;
use fixnic_driver::vfio::{System, VfioError};
use std::fs;
use std::os::unix::fs::symlink;
use std::path::PathBuf;
use tempfile::TempDir;

const CARD: &str = "0000:03:00.0";
const NEIGHBOUR: &str = "0000:03:00.1";

/// A machine with a card at CARD, everything right.
struct Machine {
    root: TempDir,
}

impl Machine {
    fn new() -> Self {
        let machine = Self {
            root: TempDir::new().unwrap(),
        };
        machine.add_function(CARD, Some("vfio-pci"), Some(7));
        for node in ["dev/vfio/vfio", "dev/vfio/7"] {
            machine.write(node, "");
        }
        fs::create_dir_all(machine.path("sys/bus/pci/drivers/vfio-pci")).unwrap();
        fs::create_dir_all(machine.path("proc")).unwrap();
        machine
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn add_function(&self, address: &str, driver: Option<&str>, group: Option<u32>) {
        let directory = format!("sys/bus/pci/devices/{address}");
        self.write(&format!("{directory}/vendor"), "0x10ee\n");
        self.write(&format!("{directory}/device"), "0xf1c5\n");
        self.write(&format!("{directory}/class"), "0x020000\n");
        self.write(&format!("{directory}/driver_override"), "(null)\n");
        if let Some(driver) = driver {
            let target = self.path(&format!("sys/bus/pci/drivers/{driver}"));
            fs::create_dir_all(&target).unwrap();
            symlink(target, self.path(&format!("{directory}/driver"))).unwrap();
        }
        if let Some(group) = group {
            let target = self.path(&format!("sys/kernel/iommu_groups/{group}"));
            fs::create_dir_all(target.join("devices").join(address)).unwrap();
            symlink(target, self.path(&format!("{directory}/iommu_group"))).unwrap();
        }
    }

    fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).unwrap();
    }

    fn set_driver(&self, driver: Option<&str>) {
        let link = format!("sys/bus/pci/devices/{CARD}/driver");
        self.remove(&link);
        if let Some(driver) = driver {
            symlink(
                self.path(&format!("sys/bus/pci/drivers/{driver}")),
                self.path(&link),
            )
            .unwrap();
        }
    }

    fn system(&self) -> System {
        System::under(self.root.path())
    }

    fn check(&self) -> Result<u32, VfioError> {
        self.system().check(card())
    }

    fn override_text(&self) -> String {
        fs::read_to_string(self.path(&format!("sys/bus/pci/devices/{CARD}/driver_override"))).unwrap()
    }
}

fn card() -> PciAddress {
    CARD.parse().unwrap()
}

/// The error, which must name `mend`.
fn refusal<T: std::fmt::Debug>(result: Result<T, VfioError>, mend: &str) -> VfioError {
    let error = result.unwrap_err();
    let text = error.to_string();
    assert!(text.contains(mend), "{text:?} does not say {mend:?}");
    error
}

#[test]
fn a_machine_in_order_passes() {
    let machine = Machine::new();
    assert_eq!(machine.check().unwrap(), 7);
    let functions = machine.system().functions().unwrap();
    assert_eq!(functions.len(), 1);
    assert!(functions[0].is_fixnic());
    assert_eq!(functions[0].driver.as_deref(), Some("vfio-pci"));
}

#[test]
fn an_absent_card_is_not_found() {
    let machine = Machine::new();
    let error = refusal(
        machine.system().check("0000:04:00.0".parse().unwrap()),
        "fixnic device list",
    );
    assert!(matches!(error, VfioError::NotFound { .. }));
}

#[test]
fn a_machine_without_iommu_is_told_how_to_get_one() {
    let machine = Machine::new();
    machine.remove(&format!("sys/bus/pci/devices/{CARD}/iommu_group"));
    let error = refusal(machine.check(), "intel_iommu=on");
    assert!(matches!(error, VfioError::NoIommu { .. }));
    assert!(matches!(
        refusal(machine.system().bind(card()), "intel_iommu=on"),
        VfioError::NoIommu { .. }
    ));
}

#[test]
fn another_driver_is_named() {
    let machine = Machine::new();
    fs::create_dir_all(machine.path("sys/bus/pci/drivers/xdma")).unwrap();
    machine.set_driver(Some("xdma"));
    let error = refusal(machine.check(), &format!("fixnic device bind {CARD}"));
    assert!(matches!(error, VfioError::WrongDriver { driver: Some(driver), .. } if driver == "xdma"));
    machine.set_driver(None);
    refusal(machine.check(), "no driver");
}

#[test]
fn a_group_with_a_stranger_is_refused() {
    let machine = Machine::new();
    machine.add_function(NEIGHBOUR, Some("xdma"), Some(7));
    let error = refusal(machine.check(), &format!("fixnic device bind {NEIGHBOUR}"));
    assert!(matches!(error, VfioError::GroupNotViable { group: 7, others, .. } if others.len() == 1));
}

#[test]
fn a_group_with_harmless_company_passes() {
    let machine = Machine::new();
    machine.add_function("0000:02:00.0", Some("pcieport"), Some(7));
    machine.add_function(NEIGHBOUR, None, Some(7));
    machine.add_function("0000:03:00.2", Some("vfio-pci"), Some(7));
    assert_eq!(machine.check().unwrap(), 7);
}

#[test]
fn missing_nodes_and_rights_are_told_apart_from_the_rest() {
    let machine = Machine::new();
    machine.remove("dev/vfio/7");
    let error = refusal(machine.check(), "chown");
    assert!(matches!(error, VfioError::NotPermitted { path, .. } if path.ends_with("dev/vfio/7")));
    machine.remove("dev/vfio/vfio");
    refusal(machine.check(), "modprobe vfio-pci");
}

#[test]
fn binding_needs_the_module() {
    let machine = Machine::new();
    machine.set_driver(None);
    fs::remove_dir(machine.path("sys/bus/pci/drivers/vfio-pci")).unwrap();
    let error = refusal(machine.system().bind(card()), "modprobe vfio-pci");
    assert!(matches!(error, VfioError::ModuleMissing { .. }));
}

#[test]
fn binding_respects_a_reservation() {
    let machine = Machine::new();
    machine.set_driver(None);
    machine.write(
        &format!("sys/bus/pci/devices/{CARD}/driver_override"),
        "pci-stub\n",
    );
    let error = refusal(machine.system().bind(card()), "pci-stub");
    assert!(matches!(error, VfioError::Overridden { .. }));
    assert_eq!(machine.override_text(), "pci-stub\n");
}

#[test]
fn a_binding_that_does_not_take_is_taken_back() {
    // Nobody probes drivers in this tree, so the card stays without one.
    let machine = Machine::new();
    machine.set_driver(None);
    let error = machine.system().bind(card()).unwrap_err();
    assert!(matches!(error, VfioError::NotTaken { .. }), "{error}");
    assert_eq!(machine.override_text(), "\n");
}

#[test]
fn unbinding_restores_what_was_there() {
    // Nobody moves drivers in this tree; what is written tells what is asked of the kernel.
    let unbound_from = |note: Option<&str>| {
        let machine = Machine::new();
        machine.write("sys/bus/pci/drivers_probe", "");
        if let Some(note) = note {
            machine.write(&format!("run/fixnic/{CARD}"), note);
        }
        machine.system().unbind(card()).unwrap();
        let read = |path: &str| fs::read_to_string(machine.path(path)).unwrap();
        assert_eq!(read("sys/bus/pci/drivers/vfio-pci/unbind"), CARD);
        assert_eq!(machine.override_text(), "\n", "no choice is left standing");
        assert!(!machine.path(&format!("run/fixnic/{CARD}")).exists());
        read("sys/bus/pci/drivers_probe")
    };
    assert_eq!(unbound_from(None), CARD, "the kernel chooses");
    assert_eq!(unbound_from(Some("\n")), "", "there was no driver");
    assert_eq!(unbound_from(Some("xdma\n")), CARD);
}

#[test]
fn a_card_in_use_names_who_has_it() {
    let machine = Machine::new();
    let node = machine.path("dev/vfio/7");
    for (pid, command, target) in [(41, "fixnic", node.as_path()), (42, "sshd", "/dev/null".as_ref())] {
        machine.write(&format!("proc/{pid}/comm"), &format!("{command}\n"));
        fs::create_dir_all(machine.path(&format!("proc/{pid}/fd"))).unwrap();
        symlink(target, machine.path(&format!("proc/{pid}/fd/5"))).unwrap();
    }
    let error = machine.system().busy(card(), 7).to_string();
    assert!(error.contains("process 41 (fixnic) has"), "{error}");
    assert!(!error.contains("42"), "{error}");
    machine.remove("proc/41/fd/5");
    let error = machine.system().busy(card(), 7).to_string();
    assert!(error.contains("fuser"), "{error}");
}

#[test]
fn binding_what_is_bound_changes_nothing() {
    let machine = Machine::new();
    let bound = machine.system().bind(card()).unwrap();
    assert_eq!(bound.before, bound.now);
    assert_eq!(machine.override_text(), "(null)\n");
}
