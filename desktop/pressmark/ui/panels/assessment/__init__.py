"""The dock with the analyst's own word: the summary, and the judgements with what they rest on."""
