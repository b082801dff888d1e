-- Comments for wrk to post, each with an id of its own; docs/comments.md says how.

local count = 0
local thread = 0
local run = os.time()

function setup(t)
  thread = thread + 1
  t:set("number", thread)
end

function request()
  count = count + 1
  local id = string.format("%08x-0000-4000-8%03x-%012x", run, number, count)
  local article = string.format("bench-%d", count % 100)
  local text = string.rep("A sentence of a comment that somebody wrote. ", 8)
  local body = string.format(
    '{"id":"%s","article":{"id":"%s","url":"https://news.example/%s","title":"A headline"},"parent":null,'
      .. '"author":{"name":"Ann","email":"ann@news.example","url":null},"content_text":"%s"}',
    id, article, article, text)
  return wrk.format("POST", nil, { ["Content-Type"] = "application/json", ["Idempotency-Key"] = id }, body)
end

function done(summary)
  print(string.format("answers that were no success: %d", summary.errors.status))
end
