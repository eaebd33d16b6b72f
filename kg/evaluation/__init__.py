"""Gold and Readings -> scores: how much of what an article states the reader finds, and what it makes up.

The rooms, front to back: ``gold`` (NAME.gold.yaml -> Account), ``predicted`` (Reading -> Account), ``match`` (two Accounts ->
Alignment), ``score`` (-> ArticleScore), ``report`` (-> tables, JSON); ``run`` is the composition. The matching rules are told in
docs/evaluation.md. Another format of gold is one more module that gives an Account.
"""
