//! The reference server of News widget's `http` comment service. The contract is `schema/comments.openapi.yaml`, the
//! manual `docs/comments.md`.
//!
//! | module | |
//! |---|---|
//! | [`comment`] | what a comment is, and how one is read from what was sent; pure |
//! | [`store`] | the database: reading, adding, moderating |
//! | [`http`] | requests and answers |
//! | [`settings`], [`command`] | what the environment and the command line say; pure |
//! | [`serve`], [`moderate`] | what the program does |
//! | [`date`], [`feed`], [`page`] | small pure parts |
//! | [`log`] | one line of JSON for each event, with nothing personal in it |

pub mod command;
pub mod comment;
pub mod date;
pub mod feed;
pub mod http;
pub mod log;
pub mod moderate;
pub mod page;
pub mod serve;
pub mod settings;
pub mod store;
