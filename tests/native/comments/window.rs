//! Which lines of a long thread are built.

use news_widget::comments::window::{PAGE, Piece, Window};
use proptest::prelude::*;

fn built(window: &Window, lines: usize) -> Vec<usize> {
    let of = |piece: Piece| match piece {
        Piece::Built(range) => range,
        Piece::Gap(_) => 0..0,
    };
    window.pieces(lines).into_iter().flat_map(of).collect()
}

#[test]
fn the_first_lines_and_a_button_for_the_rest() {
    let window = Window::default();
    assert_eq!(window.pieces(0), []);
    assert_eq!(window.pieces(PAGE), [Piece::Built(0..PAGE)]);
    assert_eq!(window.pieces(10_000), [Piece::Built(0..PAGE), Piece::Gap(PAGE..10_000)]);
}

#[test]
fn a_line_far_down_is_built_with_its_surroundings_and_nothing_between() {
    let mut window = Window::default();
    window.show(9_000);
    let far = 8_995..9_045;
    let pieces =
        [Piece::Built(0..PAGE), Piece::Gap(PAGE..far.start), Piece::Built(far.clone()), Piece::Gap(far.end..10_000)];
    assert_eq!(window.pieces(10_000), pieces);
    window.show(9_010);
    assert_eq!(window.pieces(10_000), pieces, "it is there already");
}

#[test]
fn a_gap_is_filled_from_where_the_reader_reads() {
    let mut window = Window::default();
    window.fill(PAGE..10_000);
    assert_eq!(window.pieces(10_000), [Piece::Built(0..2 * PAGE), Piece::Gap(2 * PAGE..10_000)]);
    window.show(200);
    window.fill(100..195);
    let pieces = [Piece::Built(0..150), Piece::Gap(150..195), Piece::Built(195..245), Piece::Gap(245..10_000)];
    assert_eq!(window.pieces(10_000), pieces);
    window.fill(150..195);
    assert_eq!(window.pieces(10_000), [Piece::Built(0..245), Piece::Gap(245..10_000)]);
}

#[test]
fn a_line_that_is_not_far_is_built_with_all_before_it() {
    let mut window = Window::default();
    window.show(PAGE + 10);
    assert_eq!(window.pieces(61), [Piece::Built(0..61)]);
}

#[test]
fn what_was_built_stays_when_lines_come_at_the_top() {
    let mut window = Window::default();
    window.show(500);
    let before = built(&window, 1_000);
    window.shift(3);
    let after = built(&window, 1_003);
    assert!(before.iter().all(|line| after.contains(&(line + 3))));
    assert!((0..3).all(|line| after.contains(&line)));
}

proptest! {
    #[test]
    fn every_line_is_in_one_piece(lines in 0usize..2_000, shown in proptest::collection::vec(0usize..2_500, 0..8), fills in proptest::collection::vec(any::<prop::sample::Index>(), 0..8)) {
        let mut window = Window::default();
        for at in &shown {
            window.show(*at);
        }
        for fill in fills {
            let gaps: Vec<_> = window.pieces(lines).into_iter().filter_map(|piece| match piece {
                Piece::Gap(gap) => Some(gap),
                Piece::Built(_) => None,
            }).collect();
            if !gaps.is_empty() {
                let gap = gaps[fill.index(gaps.len())].clone();
                let first = Window::filled(&gap);
                let before = built(&window, lines).len();
                window.fill(gap);
                prop_assert!(built(&window, lines).contains(&first));
                prop_assert!(built(&window, lines).len() > before);
            }
        }
        let mut next = 0;
        for piece in window.pieces(lines) {
            let (Piece::Built(range) | Piece::Gap(range)) = piece;
            prop_assert_eq!(range.start, next);
            prop_assert!(!range.is_empty());
            next = range.end;
        }
        prop_assert_eq!(next, lines);
        for at in shown.into_iter().filter(|at| *at < lines) {
            prop_assert!(built(&window, lines).contains(&at));
        }
    }
}
