//! Which articles are related. Pure, deterministic, documented:
//!
//! 1. the editor's picks, in their order;
//! 2. then the articles with the highest score, ties by date (newest first), then by the feed's order.
//!
//! The score: 3 for sharing the outermost section, 1 more for each further section of the path; 4 for each shared tag;
//! 1 for each shared word of headline and summary, up to 6. Words shorter than four letters do not count: they are mostly
//! articles and prepositions, in every language written with spaces. An article with no score is not related. Only the
//! newest thousand are scored: older ones are hardly news, and a large archive must not freeze the page.

use std::{cmp::Reverse, sync::Arc};

use crate::feed::{Edition, Item};

const SECTION: u32 = 3;
const TAG: u32 = 4;
const MOST_WORDS: usize = 6;
const SCORED: usize = 1_000;

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
        let tags = folded(&article.tags);
        let words = words(article);
        let mut ranked: Vec<(u32, &Arc<Item>)> = edition
            .by_date()
            .iter()
            .take(SCORED)
            .filter(|item| item.id != article.id && found.iter().all(|other| other.id != item.id))
            .map(|item| (score(article, &tags, &words, item), item))
            .filter(|(score, _)| *score > 0)
            .collect();
        // The sort is stable and the edition newest first: ties fall by date.
        ranked.sort_by_key(|(score, _)| Reverse(*score));
        let room = count - found.len();
        found.extend(ranked.into_iter().take(room).map(|(_, item)| item.clone()));
    }
    found
}

fn score(article: &Item, tags: &[String], words: &[String], other: &Item) -> u32 {
    let path = article.news.section.iter().zip(&other.news.section).take_while(|(a, b)| a == b).count();
    let section = if path == 0 { 0 } else { SECTION + (path as u32 - 1) };
    let shared_tags = shared(tags, &folded(&other.tags));
    let shared_words = shared(words, &self::words(other)).min(MOST_WORDS);
    section + TAG * shared_tags as u32 + shared_words as u32
}

/// The words of headline and summary, sorted, each once.
fn words(item: &Item) -> Vec<String> {
    let texts = [item.title.as_deref(), item.summary.as_deref()];
    let all = texts.into_iter().flatten().flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    folded(all.filter(|word| word.chars().count() >= 4))
}

fn folded<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Vec<String> {
    let mut texts: Vec<String> = texts.into_iter().map(|text| text.as_ref().to_lowercase()).collect();
    texts.sort_unstable();
    texts.dedup();
    texts
}

/// How many texts two sorted lists share.
fn shared(a: &[String], b: &[String]) -> usize {
    a.iter().filter(|text| b.binary_search(text).is_ok()).count()
}
