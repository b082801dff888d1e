//! Something on its way. Pure.

/// What is known of something that is fetched. Every state is one that a view draws.
#[derive(Clone, Debug, PartialEq)]
pub enum Load<T, E> {
    /// On its way.
    Waiting,
    /// On its way for so long that the reader should be told.
    Slow,
    /// Here.
    Ready(T),
    /// It will not come by itself.
    Failed(E),
}

impl<T, E> Load<T, E> {
    /// What is here, if it is.
    pub fn ready(&self) -> Option<&T> {
        match self {
            Self::Ready(value) => Some(value),
            _ => None,
        }
    }

    /// Still on its way.
    pub fn is_waiting(&self) -> bool {
        matches!(self, Self::Waiting | Self::Slow)
    }
}
