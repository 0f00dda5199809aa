"""Attribute -> plain sentences that tell it, in wordings of everyday news prose.

They were written without a look at the cues of the rule packs, so that what they measure is whether
an ordinary sentence is read. `{s}` is the subject, `{v}` the value, `<...>` the verb that says
whether it is done, `{in}` and `{r}` stand for the round (" in a Series B round", "Series B ").
"""

from __future__ import annotations

from collections.abc import Mapping

_FUNDING = (
    "{s} <raised> {v}{in}.",
    "{s} <has secured> {v} of fresh capital{in}.",
    "Investors have put {v} into {s}{in}.",
    "The latest {r}financing of {s} came to {v}.",
    "{s} <picked up> {v} from its backers{in}.",
    "A {r}round gave {s} {v} to work with.",
    "{s} <closed> a {r}financing of {v}.",
    "From its backers, {s} <pulled in> {v}{in}.",
)
_TOTAL = (
    "{s} has raised {v} to date.",
    "In total, {s} has taken in {v} from investors.",
    "Funding of {s} so far adds up to {v}.",
    "All rounds together have brought {s} {v}.",
    "To date, backers have poured {v} into {s}.",
    "The total funding of {s} now stands at {v}.",
)
_VALUATION = (
    "{s} is now worth {v}.",
    "Investors value {s} at {v}.",
    "{s} has a valuation of {v}.",
    "The valuation of {s} stands at {v}.",
    "Shareholders put the worth of {s} at {v}.",
    "{s} carries a price tag of {v}.",
    "On paper, {s} is a company of {v}.",
)
_PRICE_PAID = (
    "{s} <was bought> for {v}.",
    "The buyer <paid> {v} for {s}.",
    "{s} changed hands for {v}.",
    "The price tag for {s} was {v}.",
    "The acquisition of {s} cost {v}.",
    "It took {v} to buy {s}.",
    "The sale of {s} brought its owners {v}.",
)
_ACQUIRER = (
    "{v} <bought> {s}.",
    "{v} <has taken over> {s}.",
    "{s} <was acquired> by {v}.",
    "{s} <was sold> to {v}.",
    "{v} completed its purchase of {s}.",
    "{s} now belongs to {v} after a takeover.",
)
_REVENUE = (
    "{s} had revenue of {v}.",
    "Revenue at {s} came to {v}.",
    "Sales of {s} amounted to {v}.",
    "{s} reported {v} in revenue.",
    "{s} took in {v} from its customers.",
    "{s} brought in {v} in sales.",
    "The revenue of {s} reached {v}.",
)
_MARKET_CAP = (
    "{s} has a market capitalization of {v}.",
    "The market value of {s} is {v}.",
    "On the stock market, {s} is worth {v}.",
    "{s} is worth {v} on the exchange.",
    "All shares of {s} together are worth {v}.",
    "At the current share price, {s} comes to {v}.",
)
_HEADCOUNT = (
    "{s} employs {v} people.",
    "{s} has {v} employees.",
    "The staff of {s} numbers {v}.",
    "At {s}, {v} people are on the payroll.",
    "{v} people work for {s}.",
    "The workforce of {s} stands at {v}.",
)
_LAYOFFS = (
    "{s} <laid off> {v} people.",
    "{s} <cut> {v} jobs.",
    "At {s}, {v} people lost their jobs.",
    "{s} let {v} workers go.",
    "The layoffs at {s} hit {v} people.",
    "{v} employees of {s} have been dismissed.",
)
_USERS = (
    "{s} has {v} users.",
    "{v} people use {s}.",
    "The user base of {s} counts {v}.",
    "{s} is used by {v} people.",
    "{s} now serves {v} users.",
    "Users of {s} number {v}.",
)
_CUSTOMERS = (
    "{s} has {v} customers.",
    "{v} customers pay for {s}.",
    "The customer base of {s} counts {v}.",
    "{s} serves {v} customers.",
    "{s} sells to {v} customers.",
    "Customers of {s} number {v}.",
)
_PARAMETERS = (
    "{s} has {v} parameters.",
    "{s} is a model with {v} parameters.",
    "The parameters of {s} number {v}.",
    "With {v} parameters, {s} is no small model.",
    "{s} counts {v} parameters.",
    "In {s}, there are {v} parameters.",
)
_CONTEXT = (
    "{s} has a context window of {v} tokens.",
    "The context window of {s} is {v} tokens.",
    "{s} can take in {v} tokens at a time.",
    "{s} handles a context of {v} tokens.",
    "Prompts for {s} may be {v} tokens long.",
    "The context length of {s} is {v} tokens.",
)
_TRAINING = (
    "{s} was trained on {v} tokens.",
    "The training data of {s} amounted to {v} tokens.",
    "{v} tokens went into the training of {s}.",
    "{s} saw {v} tokens in training.",
    "Its makers trained {s} with {v} tokens.",
    "To train {s}, {v} tokens were used.",
)
_CEO = (
    "{v} is the chief executive of {s}.",
    "{s} is led by its CEO, {v}.",
    "The CEO of {s} is {v}.",
    "{v} runs {s} as chief executive.",
    "At the head of {s} stands CEO {v}.",
    "{v}, CEO of {s}, had no comment.",
)
_HEADQUARTERS = (
    "{s} is based in {v}.",
    "{s} has its headquarters in {v}.",
    "The head office of {s} is in {v}.",
    "{s} calls {v} its home.",
    "{v} is home to {s}.",
    "{s} is a company from {v}.",
)
_FOUNDED = (
    "{s} was founded in {v}.",
    "{s} was started in {v}.",
    "{s} has been around since {v}.",
    "The founding year of {s} is {v}.",
    "{s} goes back to {v}.",
    "It was in {v} that {s} was set up.",
)
_DEVELOPER = (
    "{s} was developed by {v}.",
    "{v} is the maker of {s}.",
    "{s} comes from {v}.",
    "{v} built {s}.",
    "{s} is a product of {v}.",
    "Behind {s} stands {v}.",
)
_PRICE = (
    "{s} costs {v}.",
    "The price of {s} is {v}.",
    "{s} sells for {v}.",
    "Buyers pay {v} for {s}.",
    "{s} is on sale at {v}.",
    "For {s}, customers are charged {v}.",
)

#: At least six a family: no wording of the packs can carry a family alone.
FAMILIES: Mapping[str, tuple[str, ...]] = {
    "funding_amount": _FUNDING,
    "total_funding": _TOTAL,
    "valuation": _VALUATION,
    "acquisition_price": _PRICE_PAID,
    "acquirer": _ACQUIRER,
    "revenue": _REVENUE,
    "market_cap": _MARKET_CAP,
    "headcount": _HEADCOUNT,
    "layoffs": _LAYOFFS,
    "users": _USERS,
    "customers": _CUSTOMERS,
    "parameters": _PARAMETERS,
    "context_window": _CONTEXT,
    "training_tokens": _TRAINING,
    "ceo": _CEO,
    "headquarters": _HEADQUARTERS,
    "founded_on": _FOUNDED,
    "developer": _DEVELOPER,
    "price": _PRICE,
}
