//! What a comment is. Pure.

mod address;
mod id;
mod read;
pub mod text;

pub use address::{is_email, website};
pub use id::CommentId;
pub use read::{FieldError, Limits, is_article_id, read};

/// The article that a comment is on, as the widget names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// The id of the feed's item.
    pub id: String,
    /// Its page.
    pub url: Option<String>,
    /// Its headline.
    pub title: Option<String>,
}

/// A comment that may be stored. Only [`read`] makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewComment {
    id: CommentId,
    words: Words,
}

/// What a comment says, where, and who says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The article.
    pub article: Article,
    /// The comment that it answers.
    pub parent: Option<String>,
    /// The writer's name.
    pub name: String,
    /// The writer's e-mail address: for the moderator only, in no answer.
    pub email: Option<String>,
    /// The writer's page.
    pub website: Option<String>,
    /// The text.
    pub content: String,
}

impl NewComment {
    /// The id that the widget gave it, which is also the key of the request.
    pub fn id(&self) -> &CommentId {
        &self.id
    }

    /// The rest.
    pub fn words(&self) -> &Words {
        &self.words
    }
}

/// Whether everybody may see a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Everybody sees it.
    Published,
    /// It waits for a moderator.
    Held,
}

/// A comment that is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The identity.
    pub id: String,
    /// What it says.
    pub words: Words,
    /// When it came, in milliseconds since 1970.
    pub created: i64,
    /// Who sees it.
    pub state: State,
}

impl Words {
    /// Whether both say the same, so that the one is a retry of the other. The article's headline and page may have
    /// changed between two tries.
    pub fn same(&self, other: &Self) -> bool {
        let Self { article, parent, name, email, website, content } = self;
        article.id == other.article.id
            && *parent == other.parent
            && *name == other.name
            && *email == other.email
            && *website == other.website
            && *content == other.content
    }
}
