//! The one sort, held against the standard library's.

use std::{cell::Cell, cmp::Ordering, collections::HashSet};

use news_widget::order::{positions, repeated, sorted};
use proptest::prelude::*;

#[test]
fn it_takes_n_log_n_comparisons() {
    let calls = Cell::new(0u32);
    for list in [Vec::from_iter(0..10_000), (0..10_000).rev().collect(), vec![7; 10_000]] {
        calls.set(0);
        positions(list.len(), &|a, b| {
            calls.set(calls.get() + 1);
            list[a].cmp(&list[b])
        });
        assert!(calls.get() <= 10_000 * 14, "{}", calls.get());
    }
}

#[test]
fn a_comparison_without_sense_loses_nothing() {
    let mut found = positions(1_001, &|_, _| Ordering::Greater);
    found.sort_unstable();
    assert_eq!(found, (0..1_001).collect::<Vec<_>>());
}

proptest! {
    #[test]
    fn it_is_the_standard_librarys_stable_sort(list in prop::collection::vec((0..9u8, any::<u8>()), 0..300)) {
        let mut expected = list.clone();
        expected.sort_by_key(|pair| pair.0);
        prop_assert_eq!(&sorted(&list, &|a, b| a.0.cmp(&b.0)), &expected);
        let found = positions(list.len(), &|a, b| list[a].0.cmp(&list[b].0));
        prop_assert_eq!(found.into_iter().map(|at| list[at]).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_is_repeated_is_what_a_set_has_already(list in prop::collection::vec("[a-c]{0,2}", 0..40)) {
        let mut seen = HashSet::new();
        let expected: Vec<bool> = list.iter().map(|text| !seen.insert(text)).collect();
        prop_assert_eq!(repeated(list.len(), &|at| list.get(at).map(String::as_str)), expected);
    }
}
