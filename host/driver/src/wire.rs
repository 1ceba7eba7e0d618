//! The wire of a simulated device, seen from its far end.

/// Implemented by simulated devices beside [`Device`](crate::Device): whoever stands for the network (a TAP interface, a peer stack, a
/// test) hands frames in and takes frames out here. Frames are Ethernet frames without FCS, from the destination address on.
pub trait Wire {
    /// Puts a frame on the wire towards the device. It begins when the frames given before have ended, not earlier than the
    /// time the device was last advanced to. `fcs_good` false makes the MAC report a wrong frame check sequence.
    /// Frames of any length are accepted, as a wire would.
    fn deliver(&mut self, frame: &[u8], fcs_good: bool);

    /// Takes the oldest frame that the device has sent and nobody has taken yet: it is copied to the beginning of
    /// `buffer`, and its length is returned. A buffer of `MAX_FRAME_BYTES` holds every frame; a shorter one gets its beginning.
    fn take_sent(&mut self, buffer: &mut [u8]) -> Option<usize>;
}

impl<W: Wire + ?Sized> Wire for &mut W {
    fn deliver(&mut self, frame: &[u8], fcs_good: bool) {
        (**self).deliver(frame, fcs_good)
    }
    fn take_sent(&mut self, buffer: &mut [u8]) -> Option<usize> {
        (**self).take_sent(buffer)
    }
}

impl<W: Wire + ?Sized> Wire for Box<W> {
    fn deliver(&mut self, frame: &[u8], fcs_good: bool) {
        (**self).deliver(frame, fcs_good)
    }
    fn take_sent(&mut self, buffer: &mut [u8]) -> Option<usize> {
        (**self).take_sent(buffer)
    }
}
