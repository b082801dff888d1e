//! Bringing a comment to WordPress. Pure.
//!
//! A comment that is sent again may be there already. WordPress knows it by its words, its name and its parent, and refuses
//! it; some sites have that switched off. So it is looked for first among what is listed, and what is held for a moderator, and
//! in no list, is left to WordPress.

use super::{refusal, refusal::No, same::is_same, to_html};
use crate::{
    comments::{
        model::{Comment, Status},
        services::exchange::{Answer, Errand, Method, Next, Outcome, Refusal, Request, Stage, is_temporary},
    },
    feed::{
        Content, FeedError, ItemId, WebUrl,
        wordpress::{self, Article, Listing, Root},
    },
    json::Writer,
};

/// Pages that are looked through, of the newest comments that answer the same one.
const MOST_PAGES: u32 = 10;

/// What an errand does first.
pub fn first(errand: &Errand) -> Next {
    let named = errand.comment.article.as_ref().and_then(|article| Article::of(&article.id, article.url.as_ref()));
    match named {
        Some(Article::Number(number)) => start(errand, number),
        Some(Article::Slug(slug)) => Next::Ask(Stage::Locate, Request::get(Article::lookup(&root(errand), &slug))),
        None => unknown_article(),
    }
}

/// What it does next.
pub fn then(errand: &Errand, stage: &Stage, answer: &Answer) -> Next {
    match stage {
        Stage::Locate => located(errand, answer, |number| start(errand, number)),
        Stage::Look(search) => match Search::read(search) {
            Search { post: None, .. } => {
                located(errand, answer, |number| Search { post: Some(number), page: 1, is_there: true }.ask(errand))
            }
            search => looked(errand, search, answer),
        },
        Stage::Send => sent(errand, answer),
    }
}

fn root(errand: &Errand) -> Root {
    Root::of(errand.address)
}

/// WordPress has no post that this article could be.
fn unknown_article() -> Next {
    Next::Done(Outcome::Refused(Refusal::Other { status: 404, detail: String::new() }))
}

fn later(answer: &Answer, errand: &Errand) -> Next {
    let Outcome::Later { after, .. } = Outcome::later(answer, errand.now) else { return Next::Done(Outcome::Unknown) };
    // Nothing was sent by this request: what was known before is still all.
    Next::Done(Outcome::Later { after, perhaps_there: errand.perhaps_there })
}

/// Now that the post's number is known.
fn start(errand: &Errand, post: String) -> Next {
    if errand.perhaps_there {
        return Search { post: Some(post), page: 1, is_there: false }.ask(errand);
    }
    send(errand, &post)
}

/// What the answer of [`Article::lookup`] leads to.
fn located(errand: &Errand, answer: &Answer, go_on: impl FnOnce(String) -> Next) -> Next {
    if is_temporary(answer.status) {
        return later(answer, errand);
    }
    match wordpress::numbers(&answer.body, errand.address.as_str(), errand.urls) {
        Ok(numbers) => numbers.first().map_or_else(unknown_article, |number| go_on(number.as_str().to_owned())),
        // An error of WordPress's own: it does not let anybody ask.
        Err(FeedError::NoItems) => unknown_article(),
        Err(_) => later(answer, errand),
    }
}

fn send(errand: &Errand, post: &str) -> Next {
    let Errand { comment, email, .. } = *errand;
    let mut body = Writer::default();
    body.json("post", post);
    if let Some(parent) = parent(errand) {
        body.json("parent", parent.as_str());
    }
    body.text("author_name", comment.author.name.as_deref().map(to_html).as_deref());
    body.text("author_email", email);
    body.text("author_url", comment.author.url.as_ref().map(WebUrl::as_str));
    // What the form's reader wrote is text.
    if let Content::Text(text) = &comment.content {
        body.text("content", Some(&to_html(text)));
    }
    Next::Ask(Stage::Send, Request::json(Method::Post, root(errand).route("comments", &[]), body.finish()))
}

/// Whether `listed` is what became of `sent`: in the same place, by the same name, with the same words.
pub fn is_what_became_of(sent: &Comment, listed: &Comment) -> bool {
    listed.parent.as_ref() == number_of_parent(sent) && is_same(sent, listed)
}

fn parent<'a>(errand: &Errand<'a>) -> Option<&'a ItemId> {
    number_of_parent(errand.comment)
}

/// The comment that it answers, by WordPress's number. One that WordPress has not listed yet has none.
fn number_of_parent(comment: &Comment) -> Option<&ItemId> {
    comment.parent.as_ref().filter(|parent| parent.as_str().bytes().all(|byte| byte.is_ascii_digit()))
}

fn sent(errand: &Errand, answer: &Answer) -> Next {
    if matches!(answer.status, 200 | 201) {
        return Next::Done(stored(errand, answer));
    }
    match refusal::read(answer, errand.email.is_some()) {
        No::Duplicate => find(errand),
        No::TooSoon(seconds) => Next::Done(Outcome::Later { after: Some(seconds), perhaps_there: false }),
        No::Temporary => Next::Done(Outcome::later(answer, errand.now)),
        No::Refused(refusal) => Next::Done(Outcome::Refused(refusal)),
    }
}

/// A success is one only if it names a comment: a captive portal answers 200 to everything.
fn stored(errand: &Errand, answer: &Answer) -> Outcome {
    match wordpress::comment(&answer.body, errand.address.as_str(), errand.urls) {
        Ok((item, is_published)) => {
            let status = if is_published { Status::Published } else { Status::Pending };
            Outcome::Stored(Box::new(Comment { status, ..own(errand, Comment::from_item(&item)) }))
        }
        Err(_) => Outcome::Later { after: None, perhaps_there: true },
    }
}

/// The comment as WordPress has it, in the place where it was written.
fn own(errand: &Errand, read: Comment) -> Comment {
    let sent = errand.comment;
    Comment { own: true, article: sent.article.clone(), date: read.date.or(sent.date), ..read }
}

/// WordPress has it already. Where, and under which number, is to be found out.
fn find(errand: &Errand) -> Next {
    let named = errand.comment.article.as_ref().and_then(|article| Article::of(&article.id, article.url.as_ref()));
    let search = |post| Search { post, page: 1, is_there: true };
    match named {
        Some(Article::Number(number)) => search(Some(number)).ask(errand),
        Some(Article::Slug(slug)) => {
            Next::Ask(Stage::Look(search(None).write()), Request::get(Article::lookup(&root(errand), &slug)))
        }
        None => Next::Done(Outcome::Stored(Box::new(unseen(errand)))),
    }
}

/// It is there and in no list, so it is held. The number by which it will be listed is not known.
fn unseen(errand: &Errand) -> Comment {
    Comment { status: Status::Pending, ..errand.comment.clone() }
}

fn looked(errand: &Errand, search: Search, answer: &Answer) -> Next {
    let read = wordpress::comments(&answer.body, &search.url(errand), errand.urls);
    let Listing { comments, next, .. } = match read {
        _ if is_temporary(answer.status) => return later(answer, errand),
        Ok(listing) => listing,
        // An error of WordPress's own: it does not let anybody look.
        Err(FeedError::NoItems) => Listing::default(),
        Err(_) => return later(answer, errand),
    };
    let listed = comments.iter().map(Comment::from_item).find(|listed| is_what_became_of(errand.comment, listed));
    match (listed, search.post.clone()) {
        (Some(listed), _) => Next::Done(Outcome::Stored(Box::new(own(errand, listed)))),
        (None, _) if next.is_some() && search.page < MOST_PAGES => {
            Search { page: search.page + 1, ..search }.ask(errand)
        }
        (None, Some(post)) if !search.is_there => send(errand, &post),
        (None, _) => Next::Done(Outcome::Stored(Box::new(unseen(errand)))),
    }
}

/// Where a comment is looked for; what a [`Stage::Look`] carries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Search {
    /// On which post; `None` while that is asked.
    post: Option<String>,
    /// On which page.
    page: u32,
    /// Whether it is there: WordPress has said so.
    is_there: bool,
}

impl Search {
    fn ask(self, errand: &Errand) -> Next {
        Next::Ask(Stage::Look(self.write()), Request::get(self.url(errand)))
    }

    fn url(&self, errand: &Errand) -> WebUrl {
        root(errand).route(
            "comments",
            &[
                ("post", self.post.as_deref().unwrap_or_default()),
                ("parent", parent(errand).map_or("0", ItemId::as_str)),
                ("order", "desc"),
                ("per_page", super::PER_PAGE),
                ("_envelope", "1"),
                ("_fields", super::FIELDS),
                ("page", &self.page.to_string()),
            ],
        )
    }

    /// `there 5 1`
    fn write(&self) -> String {
        let certainty = if self.is_there { "there" } else { "perhaps" };
        [certainty, " ", self.post.as_deref().unwrap_or_default(), " ", &self.page.to_string()].concat()
    }

    fn read(text: &str) -> Self {
        let mut parts = text.split(' ');
        let is_there = parts.next() == Some("there");
        let post = parts.next().filter(|post| !post.is_empty()).map(str::to_owned);
        Self { post, page: parts.next().and_then(|page| page.parse().ok()).unwrap_or(1), is_there }
    }
}
