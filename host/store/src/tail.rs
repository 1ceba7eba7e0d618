//! The end of the log in memory: what is not yet written, and what was written last, for resends.

/// Bytes after which a chunk is full. Two chunks are kept.
pub(crate) const CHUNK_LEN: usize = 1 << 20;

/// A run of bytes of one segment.
#[derive(Debug, Default)]
struct Chunk {
    segment: u32,
    start: u64,
    bytes: Vec<u8>,
}

impl Chunk {
    /// The bytes from `offset` to the end of the chunk; `None` when it does not hold `offset`.
    fn from(&self, segment: u32, offset: u64) -> Option<&[u8]> {
        let at = usize::try_from(offset.checked_sub(self.start)?).ok()?;
        let bytes = self.bytes.get(at..)?;
        (segment == self.segment && !bytes.is_empty()).then_some(bytes)
    }
}

/// The last one to two chunks of the log. A full chunk replaces the one before it, so that nothing is ever moved.
#[derive(Debug, Default)]
pub(crate) struct Tail {
    older: Chunk,
    newer: Chunk,
}

impl Tail {
    /// Begins anew, at this place.
    pub fn start_at(&mut self, segment: u32, offset: u64) {
        self.older.bytes.clear();
        self.newer.bytes.clear();
        self.newer.bytes.reserve(CHUNK_LEN);
        self.older.bytes.reserve(CHUNK_LEN);
        (self.newer.segment, self.newer.start) = (segment, offset);
    }

    /// What follows goes to this place; what was appended so far is kept until the chunk is full. All of it is written.
    pub fn turn_to(&mut self, segment: u32, offset: u64) {
        std::mem::swap(&mut self.older, &mut self.newer);
        self.newer.bytes.clear();
        // A record longer than a chunk may have made it long.
        self.newer.bytes.shrink_to(2 * CHUNK_LEN);
        (self.newer.segment, self.newer.start) = (segment, offset);
    }

    /// Where the next byte will stand.
    pub fn end(&self) -> u64 {
        self.newer.start + self.newer.bytes.len() as u64
    }

    /// Whether the chunk is full.
    pub fn is_full(&self, further: usize) -> bool {
        !self.newer.bytes.is_empty() && self.newer.bytes.len() + further > CHUNK_LEN
    }

    /// Where to append.
    pub fn buffer_mut(&mut self) -> &mut Vec<u8> {
        &mut self.newer.bytes
    }

    /// What was appended at `offset` and behind.
    pub fn appended_from(&self, offset: u64) -> &[u8] {
        self.newer.from(self.newer.segment, offset).unwrap_or_default()
    }

    /// Takes back what was appended at `offset` and behind.
    pub fn truncate(&mut self, offset: u64) {
        let len = offset.saturating_sub(self.newer.start);
        self.newer
            .bytes
            .truncate(usize::try_from(len).unwrap_or(usize::MAX));
    }

    /// What is in memory of this segment from `offset` on. Records do not straddle chunks.
    pub fn from(&self, segment: u32, offset: u64) -> Option<&[u8]> {
        self.newer
            .from(segment, offset)
            .or_else(|| self.older.from(segment, offset))
    }
}
