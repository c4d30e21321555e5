PMRADAR=${PMRADAR:-http://localhost:8080}

# Technical postings that must have Kubernetes: the two newest, how many there are, and in which countries
curl -s "$PMRADAR/api/postings?label=technical&requires=Kubernetes&sort=newest&size=2&facets=true" | tee first.json

# The page after it: give `next` back as `cursor`
NEXT=$(sed 's/.*"next":"\([^"]*\)".*/\1/' first.json)
curl -s "$PMRADAR/api/postings?label=technical&requires=Kubernetes&sort=newest&size=2&cursor=$NEXT"

# What the end of a query may become, and what a mistyped one was meant to be
curl -s "$PMRADAR/api/suggest?q=budget%20kub"
curl -s "$PMRADAR/api/postings?q=kuberntes&size=1"

# One posting with every clause that counted, then again only if it has changed
curl -s -D head.txt "$PMRADAR/api/postings/1"
TAG=$(sed -n 's/^ETag: \(".*"\).*/\1/p' head.txt)
curl -si -H "If-None-Match: $TAG" "$PMRADAR/api/postings/1"
curl -s "$PMRADAR/api/postings/1/similar?size=3"

# A text of your own, judged and not kept
curl -s "$PMRADAR/api/classify" -H 'Content-Type: application/json' \
  -d '{"title": "Technical Program Manager", "text": "You have hands-on experience with Kubernetes and SQL."}'

# A correction, refused with 412 when the posting has changed since it was read
curl -si "$PMRADAR/api/postings/1/corrections" -H 'Content-Type: application/json' -H "If-Match: $TAG" \
  -d '{"what": "label", "value": "general", "reason": "The engineers do all of that."}'
curl -si "$PMRADAR/api/postings/1/corrections" -H 'Content-Type: application/json' -H "If-Match: $TAG" \
  -d '{"what": "label", "value": "general", "reason": "Sent twice."}'

# A search as a table, and as a feed to subscribe to
curl -s -o technical.csv "$PMRADAR/api/postings.csv?label=technical"
curl -s -o technical.atom "$PMRADAR/api/postings.atom?label=technical"
