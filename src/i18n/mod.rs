//! What the widget says, one file a language. Pure.

mod ar;
mod en;

/// Every sentence of the widget in one language. A field that takes something is a function, since word order differs.
#[derive(Debug)]
pub struct Messages {
    /// BCP 47, as far as the sentences are concerned.
    pub language: &'static str,

    // Navigation
    /// The first crumb.
    pub home: &'static str,
    /// Names the breadcrumb for screen readers.
    pub breadcrumb: &'static str,
    /// Names the list of sections for screen readers.
    pub sections: &'static str,
    /// Shows more of a list.
    pub more: &'static str,
    /// Shows what is left of a very long text or list.
    pub rest: &'static str,
    /// The newest articles of the front page.
    pub latest: &'static str,
    /// Everything that the front page has no better place for.
    pub more_stories: &'static str,

    // The article
    /// Stands before the authors.
    pub by: &'static str,
    /// Stands before the date of a change.
    pub updated: &'static str,
    /// Takes whole minutes.
    pub reading_time: fn(&str) -> String,
    /// Takes the host of a player, which is asked for nothing before.
    pub play_from: fn(&str) -> String,
    /// Leads to the page that an item without content is about.
    pub read_on: &'static str,
    /// Names the list of tags for screen readers.
    pub tags: &'static str,
    /// Heads the attachments.
    pub attachments: &'static str,
    /// The button.
    pub share: &'static str,
    /// The link is in the clipboard.
    pub link_copied: &'static str,
    /// Takes the link, which could neither be shared nor copied.
    pub copy_this: fn(&str) -> String,
    /// An item without a title.
    pub untitled: &'static str,

    // Lists
    /// Heads the related articles.
    pub related: &'static str,
    /// Heads the most popular.
    pub popular: &'static str,
    /// Heads the recent comments.
    pub recent: &'static str,
    /// Nothing is in a list.
    pub nothing_here: &'static str,
    /// Stands between a comment's author and the headline.
    pub on: &'static str,

    /// On a card, and above a thread: takes the number and its formatted text.
    pub comment_count: fn(u64, &str) -> String,

    // States
    /// Said and shown while the feed is on its way.
    pub loading: &'static str,
    /// Shown when it takes long.
    pub slow: &'static str,
    /// The button.
    pub retry: &'static str,
    /// Heads a failure of the whole widget.
    pub failed: &'static str,
    /// A section of its own source failed.
    pub section_failed: &'static str,
    /// Heads the page for an address that leads nowhere.
    pub not_found: &'static str,
    /// Says so.
    pub not_found_text: &'static str,
    /// Leads back.
    pub back_home: &'static str,
    /// The feed has no items.
    pub empty_feed: &'static str,
}

/// Every sentence of the comments in one language. They come with the comments' code (`comments::lazy`), and only that may
/// ask for them.
#[derive(Debug)]
pub struct CommentMessages {
    // The thread
    /// Heads a thread of which nobody knows how long it is.
    pub comments: &'static str,
    /// An empty thread that is open.
    pub be_first: &'static str,
    /// Names the choice of order.
    pub order: &'static str,
    /// Oldest first.
    pub oldest: &'static str,
    /// Newest first.
    pub newest: &'static str,
    /// The button.
    pub reply: &'static str,
    /// Takes the author; the button's name for screen readers.
    pub reply_to: fn(&str) -> String,
    /// Takes the author of the comment that is answered.
    pub in_reply_to: fn(&str) -> String,
    /// A comment without an author.
    pub anonymous: &'static str,
    /// Marks the reader's own comments.
    pub yours: &'static str,
    /// A held comment.
    pub awaiting: &'static str,
    /// A comment that this browser could not keep.
    pub not_kept: &'static str,
    /// A comment on its way.
    pub sending: &'static str,
    /// A comment that could not be sent, and will be.
    pub unsent: &'static str,
    /// The same where the browser keeps nothing.
    pub unsent_not_kept: &'static str,
    /// Where a comment stands that was written for the comment service at this host, while the page names another one.
    pub waits_for: fn(&str) -> String,
    /// The same where nobody knows which service that was.
    pub waits_elsewhere: &'static str,
    /// When it will be: takes a time of [`CommentMessages::seconds`].
    pub again_in: fn(&str) -> String,
    /// The same, where the service asked for it.
    pub asked_to_wait: fn(&str) -> String,
    /// How long: takes the seconds, 60 at most, and the same as a text.
    pub seconds: fn(u64, &str) -> String,
    /// The same: minutes.
    pub minutes: fn(u64, &str) -> String,
    /// Said when that begins.
    pub queued: &'static str,
    /// A comment that may be with the service, where its writer cannot see it.
    pub unknown: &'static str,
    /// Behind the reason why it was not taken, where an earlier try may have been.
    pub perhaps_there: &'static str,
    /// The button that puts its text into the clipboard.
    pub copy: &'static str,
    /// Said when it is there.
    pub copied: &'static str,
    /// Said when it is not.
    pub not_copied: &'static str,
    /// The button.
    pub send_now: &'static str,
    /// The button that puts it back into the form.
    pub edit: &'static str,
    /// The link to a comment, for those who cannot see that it is the date.
    pub link_to: fn(&str) -> String,
    /// Said when a link leads to a comment that is not here.
    pub not_here: &'static str,
    /// The button under the first replies to a comment: takes how many more there are.
    pub more_replies: fn(u64, &str) -> String,
    /// The same where nobody knows how many.
    pub some_more_replies: &'static str,
    /// The button that shows those that have come meanwhile.
    pub new_comments: fn(u64, &str) -> String,
    /// The button above the first that is shown.
    pub earlier: &'static str,
    /// Who wrote the article.
    pub author: &'static str,
    /// The order by the number of replies.
    pub most_replies: &'static str,
    /// How many characters there is room for.
    pub room: fn(u64, &str) -> String,
    /// The button that shows how a comment will look, and the heading above it.
    pub preview: &'static str,
    /// The button that deletes a comment of the reader's own.
    pub delete: &'static str,
    /// What its text is changed in.
    pub edit_comment: &'static str,
    /// The button that does it.
    pub save: &'static str,
    /// The button that does not.
    pub cancel: &'static str,
    /// Asked before it is deleted. The answers are [`CommentMessages::keep`] and [`CommentMessages::delete`].
    pub delete_what: &'static str,
    /// Said when that is done.
    pub changed: &'static str,
    /// The same.
    pub deleted: &'static str,
    /// Why it is not done.
    pub too_late: &'static str,
    /// The same.
    pub not_changed: &'static str,
    /// Stands in the place of a comment that was taken away.
    pub removed: &'static str,
    /// Why the service did not take it.
    pub refused_log_in: &'static str,
    /// The same.
    pub refused_closed: &'static str,
    /// The same.
    pub refused_too_large: &'static str,
    /// The same.
    pub refused_enough: &'static str,
    /// The same.
    pub refused_own_reply: &'static str,
    /// The same; what is wrong with the fields follows, in the service's words.
    pub refused_fields: &'static str,
    /// The same: takes the status, and the service's words, which may be none.
    pub refused: fn(u16, &str) -> String,
    /// The service did not take a field, and did not say why.
    pub field_refused: &'static str,
    /// The form is not offered.
    pub closed: &'static str,

    // The form
    /// Heads the form.
    pub leave_reply: &'static str,
    /// Takes the author who is answered; heads the form under a comment.
    pub leave_reply_to: fn(&str) -> String,
    /// Explains the sign beside labels.
    pub required: &'static str,
    /// A field's label.
    pub comment_label: &'static str,
    /// A field's label.
    pub name_label: &'static str,
    /// A field's label.
    pub email_label: &'static str,
    /// A field's label.
    pub website_label: &'static str,
    /// The consent box.
    pub consent: &'static str,
    /// The button.
    pub post: &'static str,
    /// The button that moves the form back.
    pub cancel_reply: &'static str,
    /// A draft was found.
    pub draft_restored: &'static str,
    /// Forgets the draft.
    pub discard: &'static str,
    /// A trap for programs has shut; the reader may be none.
    pub trapped: &'static str,
    /// The button that removes all that is stored.
    pub forget_me: &'static str,
    /// Asks whether that is meant.
    pub forget_what: &'static str,
    /// It is.
    pub forget: &'static str,
    /// It is not.
    pub keep: &'static str,
    /// It is done.
    pub forgotten: &'static str,
    /// Said when a comment is in its place.
    pub posted: &'static str,
    /// Said when a comment is in its place but could not be kept.
    pub posted_not_kept: &'static str,
    /// Problem of a field.
    pub comment_missing: &'static str,
    /// Problem of a field.
    pub name_missing: &'static str,
    /// Problem of a field.
    pub email_missing: &'static str,
    /// Problem of a field.
    pub email_wrong: &'static str,
    /// Problem of a field.
    pub website_wrong: &'static str,
    /// Takes the number of bytes too many and its formatted text.
    pub too_long: fn(u64, &str) -> String,
}

/// The messages for `language`, by its primary subtag; English when there are none.
pub fn messages(language: &str) -> &'static Messages {
    match primary(language) {
        "ar" => &ar::MESSAGES,
        _ => &en::MESSAGES,
    }
}

/// The language of the sentences, where a page in `language` has to do with those of another one.
pub fn foreign(language: &str) -> Option<&'static str> {
    Some(messages(language).language).filter(|ours| *ours != primary(language))
}

/// The comments' messages for `language`, likewise.
pub fn comment_messages(language: &str) -> &'static CommentMessages {
    match primary(language) {
        "ar" => &ar::COMMENTS,
        _ => &en::COMMENTS,
    }
}

/// Languages that are written from right to left, by their primary subtags, and scripts, by theirs.
const RTL: &str = "aeb apc ar arc ary arz azb bal bgn ckb dv fa glk he iw ks lrc mzn nqo pnb prs ps sd sdh skr syr ug ur yi \
    adlm arab aran hebr mand nkoo rohg samr syrc thaa";

/// `rtl` or `ltr`: the direction that `language` is written in, by its primary subtag or a script that says otherwise.
pub fn direction(language: &str) -> &'static str {
    let script = language.split('-').nth(1).filter(|part| part.len() == 4);
    let decides = script.unwrap_or_else(|| primary(language)).to_ascii_lowercase();
    if RTL.split(' ').any(|rtl| rtl == decides) { "rtl" } else { "ltr" }
}

fn primary(language: &str) -> &str {
    language.split(['-', '_']).next().unwrap_or_default()
}
