//! How often a client may post. Pure.

use std::{collections::HashMap, net::IpAddr};

/// So many in a minute. A whole minute's worth may come at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// Milliseconds that one takes.
    each: u64,
}

impl Rate {
    /// The most that may be set.
    pub const MOST: u32 = 6000;

    /// From 1 to [`Self::MOST`] in a minute.
    pub fn per_minute(n: u32) -> Option<Self> {
        (1..=Self::MOST).contains(&n).then(|| Self { each: MINUTE / u64::from(n) })
    }
}

const MINUTE: u64 = 60_000;

/// Clients whose budget is whole again are forgotten, without being told to, when so many are known, or twice as many as
/// were left last time.
const SWEEP: usize = 1024;

/// Counts posts. It keeps one number a client: when its budget will be whole again.
#[derive(Debug)]
pub struct Limiter {
    rate: Rate,
    whole: HashMap<IpAddr, u64>,
    sweep_at: usize,
}

impl Limiter {
    /// A limiter that has counted nothing.
    pub fn new(rate: Rate) -> Self {
        Self { rate, whole: HashMap::new(), sweep_at: SWEEP }
    }

    /// Counts a post of `client` at `now`, in milliseconds of any clock, or says in how many seconds it may come again.
    pub fn count(&mut self, client: IpAddr, now: u64) -> Result<(), u64> {
        if self.whole.len() >= self.sweep_at {
            self.forget(now);
            self.sweep_at = SWEEP.max(self.whole.len().saturating_mul(2));
        }
        let whole = self.whole.entry(client).or_insert(0);
        let next = (*whole).max(now).saturating_add(self.rate.each);
        let limit = now.saturating_add(MINUTE);
        if next > limit {
            return Err((next - limit).div_ceil(1000));
        }
        *whole = next;
        Ok(())
    }

    /// Forgets the clients whose budget is whole again at `now`, which is a minute after their last post at the latest.
    pub fn forget(&mut self, now: u64) {
        self.whole.retain(|_, whole| *whole > now);
    }

    /// How many clients it remembers.
    pub fn clients(&self) -> usize {
        self.whole.len()
    }
}
