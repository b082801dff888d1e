//! One sort for everything. Pure.
//!
//! Each type that the standard library sorts costs the download about three kilobytes. Here positions are sorted, by a
//! comparison that is called through a pointer: one instance, whatever the list holds.

use std::cmp::Ordering;

/// The positions `0..count` in the order of `compare`; equal ones stay as they were.
///
/// A merge sort from the bottom up: no recursion, and never more than `count * log2(count)` comparisons.
pub fn positions(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..count).collect();
    let mut run = 1;
    while run < count {
        let mut merged = Vec::with_capacity(count);
        for pair in sorted.chunks(run * 2) {
            let (left, right) = pair.split_at_checked(run).unwrap_or((pair, &[]));
            merge(left, right, compare, &mut merged);
        }
        sorted = merged;
        run *= 2;
    }
    sorted
}

fn merge(mut left: &[usize], mut right: &[usize], compare: &dyn Fn(usize, usize) -> Ordering, to: &mut Vec<usize>) {
    while let (Some((&l, further_left)), Some((&r, further_right))) = (left.split_first(), right.split_first()) {
        if compare(l, r).is_gt() {
            to.push(r);
            right = further_right;
        } else {
            to.push(l);
            left = further_left;
        }
    }
    to.extend_from_slice(left);
    to.extend_from_slice(right);
}

/// A sorted copy of `list`; equal ones stay as they were.
pub fn sorted<T: Clone>(list: &[T], compare: &dyn Fn(&T, &T) -> Ordering) -> Vec<T> {
    let by_value = |a, b| match (list.get(a), list.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    };
    positions(list.len(), &by_value).into_iter().filter_map(|at| list.get(at).cloned()).collect()
}

/// For each of `count` texts whether an earlier one is the same.
pub fn repeated<'t>(count: usize, text: &dyn Fn(usize) -> Option<&'t str>) -> Vec<bool> {
    let mut repeated = vec![false; count];
    let mut last = None;
    for at in positions(count, &|a, b| text(a).cmp(&text(b))) {
        let this = text(at);
        if let Some(flag) = repeated.get_mut(at) {
            *flag = this.is_some() && this == last;
        }
        last = this;
    }
    repeated
}
