//! Comments: the model, the thread, the form, drafts, services and views.
