//! The server over HTTP: the built program, real connections, and both databases. The same scenarios run on SQLite and,
//! under `scripts/postgres.sh`, on PostgreSQL.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic)] // helpers outside #[test], too

mod client;
mod cors;
mod database;
mod moderation;
mod posting;
mod reading;
mod refusals;
mod server;
mod stopping;
mod together;

macro_rules! on_both {
    ($($file:ident: $($scenario:ident)*;)*) => {
        mod sqlite {
            $(mod $file {
                $(#[test] fn $scenario() { crate::$file::$scenario(&crate::database::Database::sqlite()) })*
            })*
        }
        mod postgres {
            $(mod $file {
                $(#[test]
                #[ignore = "needs PostgreSQL: scripts/postgres.sh cargo test -- --include-ignored"]
                fn $scenario() { crate::$file::$scenario(&crate::database::Database::postgres()) })*
            })*
        }
    };
}

on_both! {
    cors: any_origin listed_origins;
    moderation: held_published_deleted closed_and_opened replies_to_what_waits commands_that_do_nothing;
    posting: a_comment_comes_back what_was_typed_is_cleaned a_retry_is_a_success another_text_is_a_conflict replies
        odd_texts missing_and_null;
    reading: pages recent unchanged nothing_yet;
    refusals: every_field wrong_bodies wrong_requests too_large too_often behind_a_proxy foreign_articles;
    stopping: gracefully nothing_personal_in_the_log the_database_goes_away;
    together: one_id_many_times many_ids two_servers while_moderated;
}
