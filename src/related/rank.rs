//! Which articles are related. Pure, deterministic, documented:
//!
//! 1. the editor's picks, in their order;
//! 2. then the articles with the highest score, ties by date (newest first), then by the feed's order.
//!
//! The score: 3 for sharing the outermost section, 1 more for each further section of the path; 4 for each shared tag;
//! 1 for each shared word of headline and summary, up to 6. Words shorter than four letters do not count: they are mostly
//! articles and prepositions, in every language written with spaces. An article with no score is not related. Only the
//! newest thousand are scored: older ones are hardly news, and a large archive must not freeze the page.

use std::sync::Arc;

use crate::{
    feed::{Edition, Item},
    order,
    words::{fold, is_word},
};

const SECTION: u32 = 3;
const TAG: u32 = 4;
const MOST_WORDS: usize = 6;
/// Letters.
const SHORTEST: usize = 4;
const SCORED: usize = 1_000;
/// Words of a text that are compared. Summaries have under 100.
const COMPARED: usize = 300;

/// At most `count` articles related to `article`; never itself, never one twice.
pub fn related(edition: &Edition, article: &Item, count: usize) -> Vec<Arc<Item>> {
    let mut found: Vec<Arc<Item>> = Vec::with_capacity(count);
    for pick in article.news.related.iter().filter_map(|id| edition.find(id.as_str())) {
        if pick.id != article.id && found.iter().all(|other| other.id != pick.id) {
            found.push(pick);
        }
    }
    found.truncate(count);
    if found.len() < count {
        let mut this = Traits::of(article);
        this.put_in_order();
        let mut candidates = Vec::new();
        for item in edition.by_date().iter().take(SCORED) {
            if item.id != article.id && found.iter().all(|other| other.id != item.id) {
                let score = this.score(&Traits::of(item));
                candidates.extend((score > 0).then_some((score, item)));
            }
        }
        // The sort is stable and the edition newest first: ties fall by date.
        let score = |at: usize| candidates.get(at).map(|(score, _)| score);
        for at in order::positions(candidates.len(), &|a, b| score(b).cmp(&score(a))) {
            if found.len() < count
                && let Some((_, item)) = candidates.get(at)
            {
                found.push((*item).clone());
            }
        }
    }
    found
}

/// What two articles may share.
struct Traits<'a> {
    section: &'a [String],
    tags: Vec<String>,
    /// The first words of headline and summary.
    words: Vec<String>,
}

impl<'a> Traits<'a> {
    fn of(item: &'a Item) -> Self {
        let mut words = Vec::new();
        for text in [&item.title, &item.summary] {
            for word in text.as_deref().unwrap_or_default().split(|c| !is_word(c)).take(COMPARED) {
                if word.chars().nth(SHORTEST - 1).is_some() {
                    words.push(fold(word));
                }
            }
        }
        Self { section: &item.news.section, tags: item.tags.iter().map(|tag| fold(tag)).collect(), words }
    }

    /// Only what others are compared with has to be sorted.
    fn put_in_order(&mut self) {
        self.tags = order::sorted(&self.tags, &Ord::cmp);
        self.words = order::sorted(&self.words, &Ord::cmp);
    }

    fn score(&self, other: &Self) -> u32 {
        let path = self.section.iter().zip(other.section).take_while(|(a, b)| a == b).count();
        let section = if path == 0 { 0 } else { SECTION + (path as u32 - 1) };
        let tags = shared(&self.tags, &other.tags);
        let words = shared(&self.words, &other.words).min(MOST_WORDS);
        section + TAG * tags as u32 + words as u32
    }
}

/// How many texts of a sorted list are in another list. One that is there twice counts once: it is always found at the
/// same place.
fn shared(sorted: &[String], others: &[String]) -> usize {
    let mut found = vec![false; sorted.len()];
    for text in others {
        if let Some(flag) = sorted.binary_search(text).ok().and_then(|at| found.get_mut(at)) {
            *flag = true;
        }
    }
    found.into_iter().filter(|found| *found).count()
}
