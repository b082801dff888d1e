-- One row for each comment that was ever accepted. A deleted one keeps its id, so that a late retry does not bring it
-- back, and loses everything that somebody wrote. The order of ids is that of bytes, whatever the database's language.
CREATE TABLE comments (
  id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  article_id TEXT COLLATE "C" NOT NULL,
  article_url TEXT,
  article_title TEXT,
  parent TEXT,
  name TEXT NOT NULL,
  email TEXT,
  website TEXT,
  content TEXT NOT NULL,
  created BIGINT NOT NULL, -- milliseconds since 1970
  state TEXT NOT NULL CHECK (state IN ('published', 'held', 'deleted'))
);

CREATE INDEX comments_thread ON comments (article_id, created, id) WHERE state = 'published';
CREATE INDEX comments_recent ON comments (created, id) WHERE state = 'published';
CREATE INDEX comments_held ON comments (created, id) WHERE state = 'held';

CREATE TABLE closed_articles (
  article_id TEXT COLLATE "C" NOT NULL PRIMARY KEY
);
