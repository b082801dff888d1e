//! Comments on their way to a service. Pure.
//!
//! An entry is written before the first request and goes only with an answer that names the comment, or by its writer's
//! own word. Each has a storage key of its own, so that two tabs never overwrite each other's.

use crate::{
    feed::{Content, Date, WebUrl},
    json::{Json, Writer},
};

use super::{
    destination::Destination,
    keys,
    model::{Comment, Status},
    services::{
        exchange::{Outcome, Refusal},
        local,
    },
    validate::Fields,
};

/// What is kept of a comment until its service has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The comment, with the id that every try carries.
    pub comment: Comment,
    /// The writer's e-mail address, for the service only.
    pub email: Option<String>,
    /// The service that it was written for; `None` in what was stored before entries named one.
    pub destination: Option<Destination>,
    /// How often it has been sent.
    pub tries: u32,
    /// Whether it may be with the service already: no answer said that it is not.
    pub perhaps_there: bool,
    /// Whether its writer wants it sent although nobody knows whether it is with the service; of the next try only.
    pub insists: bool,
    /// When it is to be sent again, and why then.
    pub due: Due,
    /// Until when a tab may be at sending it, which then has closed or died.
    pub busy: Option<Date>,
    /// What became of it so far.
    pub stand: Stand,
    /// Whether this browser keeps it; where it does not, it is gone with the page.
    pub kept: bool,
}

/// When something is to be sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// Then.
    pub at: Date,
    /// When that was said. By a clock that is before this, it has been put back, and what it said is worth nothing.
    pub since: Date,
    /// Whether the service asked for it: then nothing but its writer's word makes it earlier.
    pub asked: bool,
}

impl Due {
    /// At once.
    pub fn now(now: Date) -> Self {
        Self { at: now, since: now, asked: false }
    }
}

/// What became of a comment in the outbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stand {
    /// It is to be sent, or sent again.
    Unsent,
    /// The service did not take it, for this reason; its writer decides.
    Refused(String),
    /// It may be with the service, where nobody can see it, and sending it again may double it; its writer decides.
    Unknown,
    /// The service holds it for a moderator.
    Held,
}

/// For how many milliseconds a tab is taken to be at sending, where tabs take no turns: longer than most errands, whose
/// requests are given 15 seconds each.
const TURN: i64 = 60_000;

impl Entry {
    /// One that has not been sent yet.
    pub fn new(comment: Comment, email: Option<String>, destination: Option<Destination>, now: Date) -> Self {
        let due = Due::now(now);
        Self {
            comment,
            email,
            destination,
            tries: 0,
            perhaps_there: false,
            insists: false,
            due,
            busy: None,
            stand: Stand::Unsent,
            kept: false,
        }
    }

    /// Whether it was written for `service`, and so may be sent there.
    pub fn is_for(&self, service: Option<&Destination>) -> bool {
        service.is_some() && self.destination.as_ref() == service
    }

    /// Whether `service` may be the one that it was written for: also where that was stored before entries named theirs.
    pub fn may_be_for(&self, service: Option<&Destination>) -> bool {
        service.is_some() && self.destination.is_none() || self.is_for(service)
    }

    /// Where its writer sees it standing.
    pub fn status(&self) -> Status {
        match self.stand {
            Stand::Unsent | Stand::Unknown => Status::Unsent,
            Stand::Refused(_) => Status::Refused,
            Stand::Held => Status::Pending,
        }
    }

    /// The form that it was written in.
    pub fn fields(&self) -> Fields {
        Fields {
            comment: self.text().to_owned(),
            name: self.comment.author.name.clone().unwrap_or_default(),
            email: self.email.clone().unwrap_or_default(),
            website: self.comment.author.url.as_ref().map(WebUrl::to_string).unwrap_or_default(),
        }
    }

    /// What it says.
    pub fn text(&self) -> &str {
        match &self.comment.content {
            Content::Html(text) | Content::Text(text) => text,
            Content::None => "",
        }
    }

    /// The storage key; nothing for a comment on no article.
    pub fn key(&self, feed: &str) -> Option<String> {
        let article = self.comment.article.as_ref()?;
        Some(keys::outbox(feed, &article.id, &self.comment.id))
    }

    /// The same while it is being sent, from `now` on: whatever comes of it, it may have come through.
    #[must_use]
    pub fn on_its_way(&self, now: Date) -> Self {
        let busy = Some(after(now, TURN));
        Self { perhaps_there: true, insists: false, busy, stand: Stand::Unsent, ..self.clone() }
    }

    /// What is left of it now that its errand has come to this; `None` when the service has published it. `reason` is
    /// what its writer is told of a refusal. `random`, from 0 to 1, keeps the readers of one page from coming all at once.
    #[must_use]
    pub fn settled(&self, outcome: &Outcome, reason: &str, now: Date, random: f64) -> Option<Self> {
        let left = Self { busy: None, insists: false, ..self.clone() };
        Some(match outcome {
            Outcome::Stored(comment) if comment.status == Status::Pending => {
                let comment = Comment { own: true, ..(**comment).clone() };
                Self { comment, email: None, perhaps_there: false, stand: Stand::Held, ..left }
            }
            Outcome::Stored(_) => return None,
            Outcome::Refused(refusal) => {
                let perhaps_there = matches!(refusal, Refusal::ThisTime(_));
                Self { perhaps_there, stand: Stand::Refused(reason.into()), ..left }
            }
            Outcome::Unknown => Self { stand: Stand::Unknown, ..left },
            Outcome::Later { after: asked, perhaps_there } => {
                let wait = asked.map_or(0, |seconds| (i64::from(seconds) * 1000).min(LONGEST_ASKED));
                let at = after(now, wait.max(delay(self.tries, random)));
                let due = Due { at, since: now, asked: wait > 0 };
                Self { tries: self.tries.saturating_add(1), perhaps_there: *perhaps_there, due, ..left }
            }
        })
    }

    /// Whether it may be sent now.
    pub fn is_due(&self, now: Date) -> bool {
        let put_back = now.millis() < self.due.since.millis();
        self.stand == Stand::Unsent && (put_back || self.due.at.millis() <= now.millis())
    }

    /// Whether there is any sending it: not where another tab has brought it to its service, or was told to wait.
    pub fn may_be_sent(&self, now: Date) -> bool {
        self.stand == Stand::Unsent && (!self.due.asked || self.is_due(now))
    }

    /// Whether a tab may be at sending it. Where tabs take turns ([`crate::platform::turn`]) they need not guess.
    pub fn is_busy(&self, now: Date) -> bool {
        let left = self.busy.map_or(0, |until| until.millis().saturating_sub(now.millis()));
        (1..=TURN).contains(&left)
    }

    /// For how many milliseconds there is nothing to do, while it is to be sent at all.
    pub fn wait(&self, now: Date) -> Option<i64> {
        let until = self.due.at.millis().max(self.busy.map_or(0, Date::millis));
        (self.stand == Stand::Unsent).then(|| until.saturating_sub(now.millis()).max(0))
    }

    /// It is worth a try: the browser is online again, or its reader is back. Not where the service asked to wait.
    pub fn hasten(&mut self, now: Date) {
        if !self.due.asked {
            self.due = Due::now(now);
        }
    }

    /// Its writer wants it sent, whatever was before.
    pub fn send_now(&mut self, now: Date) {
        self.insists = self.stand == Stand::Unknown;
        self.stand = Stand::Unsent;
        self.due = Due::now(now);
    }

    /// What is stored.
    pub fn to_json(&self) -> String {
        let mut json = Writer::default();
        json.json("comment", &local::to_json(&self.comment));
        json.text("email", self.email.as_deref());
        if let Some(destination) = &self.destination {
            destination.write(&mut json);
        }
        json.json("tries", &self.tries.to_string());
        json.json("due", &self.due.at.millis().to_string());
        json.json("since", &self.due.since.millis().to_string());
        if let Some(busy) = self.busy {
            json.json("busy", &busy.millis().to_string());
        }
        let mut flag = |name, on| {
            if on {
                json.json(name, "true");
            }
        };
        flag("asked", self.due.asked);
        flag("perhaps_there", self.perhaps_there);
        flag("insists", self.insists);
        flag("unknown", self.stand == Stand::Unknown);
        flag("held", self.stand == Stand::Held);
        if let Stand::Refused(reason) = &self.stand {
            json.text("refused", Some(reason));
        }
        json.finish()
    }

    /// The parts of what was stored: the comment's own JSON is for the feed reader. Anything unreadable is no entry.
    pub fn parts(text: &str) -> Option<Parts<'_>> {
        let json = Json::check(text).ok()?;
        let number = |key| json.get(key)?.as_str().parse::<i64>().ok();
        let flag = |key| json.get(key).is_some();
        let at = Date::from_millis(number("due")?);
        let stand = match json.string("refused") {
            Some(reason) => Stand::Refused(reason),
            None if flag("held") => Stand::Held,
            None if flag("unknown") => Stand::Unknown,
            None => Stand::Unsent,
        };
        Some(Parts {
            comment: json.get("comment")?.as_str(),
            email: json.string("email"),
            destination: Destination::read(json),
            tries: json.get("tries")?.as_str().parse().ok()?,
            perhaps_there: flag("perhaps_there"),
            insists: flag("insists"),
            due: Due { at, since: number("since").map_or(at, Date::from_millis), asked: flag("asked") },
            busy: number("busy").map(Date::from_millis),
            stand,
        })
    }

    /// The entry of which these are the parts, with the comment as it was read.
    pub fn assemble(parts: Parts<'_>, comment: Comment) -> Self {
        let Parts { email, destination, tries, perhaps_there, insists, due, busy, stand, .. } = parts;
        let comment = Comment { own: true, ..comment };
        Self { comment, email, destination, tries, perhaps_there, insists, due, busy, stand, kept: true }
    }
}

/// The stored form of an [`Entry`].
#[derive(Clone, Debug, PartialEq)]
pub struct Parts<'a> {
    /// A JSON Feed item.
    pub comment: &'a str,
    email: Option<String>,
    destination: Option<Destination>,
    tries: u32,
    perhaps_there: bool,
    insists: bool,
    due: Due,
    busy: Option<Date>,
    stand: Stand,
}

/// The first wait, in milliseconds.
const FIRST: i64 = 2_000;
/// The longest wait of our own.
const LONGEST: i64 = 5 * 60_000;
/// The longest that a server may ask for and be heeded: a day.
const LONGEST_ASKED: i64 = 24 * 60 * 60_000;

/// How many milliseconds to wait after `tries` earlier tries: between half of a time that doubles and all of it.
fn delay(tries: u32, random: f64) -> i64 {
    let whole = FIRST.checked_shl(tries.min(16)).unwrap_or(LONGEST).min(LONGEST);
    let share = 0.5 + random.clamp(0.0, 1.0) / 2.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "minutes, in milliseconds")]
    let wait = (whole as f64 * share) as i64;
    wait
}

fn after(now: Date, wait: i64) -> Date {
    Date::from_millis(now.millis().saturating_add(wait))
}

/// What the keys of all entries under one feed's articles start with.
pub fn prefix(feed: &str) -> String {
    keys::outbox_of(feed)
}
