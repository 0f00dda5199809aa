"""The closed word lists that clause and role finding go by, and the verbs with their forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BE = words("is are was were be been being am 's")
HAVE = words("has have had having")
MODALS = words("will would could may might can should must shall")
DO = words("do does did")
FINITE_AUXILIARIES = words(
    "is are was were am has have had will would could may might can should must shall"
    " do does did isn't aren't wasn't weren't hasn't haven't won't didn't doesn't don't"
)
AUXILIARIES = BE | HAVE | MODALS | DO | FINITE_AUXILIARIES

#: Verbs of technology and business news by base form; forms are made by rule or from IRREGULAR.
REGULAR = words(
    "accelerate accept accuse achieve acquire add address admit adopt agree aim allow amass"
    " announce anticipate appear appoint approach approve argue ask assemble attract back bag"
    " bank beat become begin believe bill boast bolster boost borrow bring build burn buy call"
    " cancel capture carry cement challenge chair charge choose cite claim climb close co-found"
    " co-lead collapse collect combine come command commit compare compete complete comprise"
    " conclude confirm consider contain continue contribute cost cover create credit cross cut"
    " deal debut decide deliver demand deny deploy describe design develop dip disclose discuss"
    " donate double draw drive drop earn eliminate emerge employ enable end enhance enter"
    " establish estimate exceed expand expect explain explore extend eye face fail fall feature"
    " fetch file fill finance find finish fire follow forecast form foster found fuel fund gain"
    " generate get give go grab grant grow guide halt handle happen head help hint hire hit hold"
    " host include incorporate increase indicate inject install intend introduce invest issue"
    " join jump keep kick know land last launch lay lead lease leave let license lift line list"
    " locate lock lose lower maintain make manage manufacture mark match mean merge miss move"
    " mull name near need negotiate net notch note nearing obtain offer open operate order"
    " outline outpace overtake owe own participate partner pass pay pause peg pick place plan"
    " pledge plunge pocket poise pour power predict prepare present price process produce"
    " project promise propose provide publish pull purchase push put quadruple quit raise range"
    " rank reach realize rebrand receive record recruit reduce refuse regain reject release rely"
    " remain rename rent replace report represent require rescue reserve retain return reveal"
    " revive rise roll rule run save say scale scoop score scrap secure see seek sell send"
    " separate serve set settle shed ship show shut sign signal slash slip snag snap soar source"
    " spend spin split stand start state stay stem step stop strike suffer suggest supply"
    " support surge surpass suspend swell tag take talk tap target team tell total top tout"
    " trade train transform treat triple trim try tumble turn underline underscore unveil"
    " upgrade urge use value vow wait want warn weigh welcome win withdraw work write wrap zip"
    " lend spell house exit tie bet bid sit bear count dismiss draft drain exclude execute favor"
    " fend float flock freeze grapple graduate honor hope hover ink insist intensify invent"
    " leverage mention mirror monitor mount offload oppose oversee pitch play pose post praise"
    " proceed prompt prove pursue question quote react recall recommend refer refile reflect"
    " register regulate relaunch relocate reshape resign resolve respond restore resume reverse"
    " review rival seize shift shutter spark specialize stress strengthen struggle submit"
    " succeed surface swallow swing threaten throw thrust tighten trail trigger undercut undergo"
    " understand unlock unite update view vote yield zoom emphasize ensure dominate exemplify"
    " illustrate demonstrate deepen guarantee advance narrow widen slump pivot outsell outgrow"
    " outspend outbid outrank outnumber outstrip outperform eclipse topple dethrone unseat"
    " supplant displace trump"
)
#: base form -> (past, past participle)
IRREGULAR: Mapping[str, tuple[str, ...]] = {
    "beat": ("beat", "beaten"), "become": ("became", "become"), "begin": ("began", "begun"),
    "bear": ("bore", "borne"), "bet": ("bet",), "bid": ("bid",), "bring": ("brought",),
    "build": ("built",), "buy": ("bought",), "choose": ("chose", "chosen"),
    "come": ("came", "come"),
    "co-lead": ("co-led",), "cost": ("cost",), "cut": ("cut",), "deal": ("dealt",),
    "draw": ("drew", "drawn"), "drive": ("drove", "driven"), "fall": ("fell", "fallen"),
    "find": ("found",), "forecast": ("forecast", "forecasted"), "freeze": ("froze", "frozen"),
    "get": ("got", "gotten"), "give": ("gave", "given"), "go": ("went", "gone"),
    "grow": ("grew", "grown"), "hit": ("hit",), "hold": ("held",), "keep": ("kept",),
    "know": ("knew", "known"), "lay": ("laid",), "lead": ("led",), "leave": ("left",),
    "lend": ("lent",), "let": ("let",), "lose": ("lost",), "make": ("made",), "mean": ("meant",),
    "meet": ("met",),
    "oversee": ("oversaw", "overseen"), "overtake": ("overtook", "overtaken"), "pay": ("paid",),
    "put": ("put",), "quit": ("quit",), "rise": ("rose", "risen"), "run": ("ran", "run"),
    "say": ("said",), "see": ("saw", "seen"), "seek": ("sought",), "sell": ("sold",),
    "send": ("sent",), "set": ("set",), "show": ("showed", "shown"), "shut": ("shut",),
    "sit": ("sat",), "spend": ("spent",), "spin": ("spun",), "split": ("split",),
    "stand": ("stood",), "strike": ("struck",), "swell": ("swelled", "swollen"),
    "swing": ("swung",), "take": ("took", "taken"), "tell": ("told",), "throw": ("threw", "thrown"),
    "undercut": ("undercut",), "undergo": ("underwent", "undergone"),
    "understand": ("understood",), "win": ("won",), "withdraw": ("withdrew", "withdrawn"),
    "write": ("wrote", "written"), "shed": ("shed",), "thrust": ("thrust",), "net": ("netted",),
    "refer": ("referred",), "bag": ("bagged",), "commit": ("committed",), "plan": ("planned",),
    "snag": ("snagged",), "peg": ("pegged",), "tap": ("tapped",), "top": ("topped",),
    "ship": ("shipped",), "drop": ("dropped",), "slip": ("slipped",), "trim": ("trimmed",),
    "grab": ("grabbed",), "snap": ("snapped",), "scrap": ("scrapped",), "stop": ("stopped",),
    "step": ("stepped",), "stem": ("stemmed",), "wrap": ("wrapped",), "dip": ("dipped",),
    "tag": ("tagged",), "admit": ("admitted",), "submit": ("submitted",), "zip": ("zipped",),
    "swap": ("swapped",), "shrink": ("shrank", "shrunk"), "sink": ("sank", "sunk"),
    "slide": ("slid",), "leap": ("leapt", "leaped"), "outsell": ("outsold",),
    "outgrow": ("outgrew", "outgrown"), "outspend": ("outspent",), "outbid": ("outbid",),
    "outstrip": ("outstripped",),
    "cancel": ("canceled", "cancelled"), "travel": ("traveled", "travelled"),
    "total": ("totaled", "totalled"), "fuel": ("fueled", "fuelled"),
    "signal": ("signaled", "signalled"),
    "rival": ("rivaled", "rivalled"), "propel": ("propelled",), "prefer": ("preferred",),
}  # fmt: skip

_VOWELS = frozenset("aeiou")


def _third_person(base: str) -> str:
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + "ed"


def _doubled(base: str) -> bool:
    """Whether the -ing form doubles the last letter, as the listed past form does."""
    forms = IRREGULAR.get(base, ())
    short = ("get", "cut", "hit", "let", "put", "run", "set", "shut", "sit", "spin", "split", "win",
             "begin", "bet", "bid", "shed", "swim", "quit")  # fmt: skip
    return base in short or any(form == base + base[-1] + "ed" for form in forms)


def _gerund(base: str) -> str:
    if _doubled(base):
        return base + base[-1] + "ing"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return base + "ing"


def _forms(bases: Iterable[str]) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    third, past, gerund = {}, {}, {}
    for base in sorted(bases):
        third[_third_person(base)] = base
        for form in IRREGULAR.get(base) or (_past(base),):
            past[form] = base
        gerund[_gerund(base)] = base
        if base.endswith("l"):  # signaling, signalling
            gerund[base + "ing"] = base
    return third, past, gerund


def forms(base: str) -> frozenset[str]:
    """All forms of a verb, whether or not the lists above hold it."""
    third, past, gerund = _forms((base,))
    return frozenset((base, *third, *past, *gerund))


#: More verbs of which only the third person counts: their past forms and gerunds describe as often.
#: These are no nouns with an s.
_PLAINLY = words(
    "abandon accompany acknowledge activate adapt adjust advise allocate alter amplify analyze"
    " apply arrange arrive assess assign assume assure attach attend automate avoid belong breathe"
    " calculate carve cease celebrate churn classify collaborate communicate compensate compile"
    " complain comply concede confront congratulate connect consist consolidate constitute"
    " consult consume convene convince cooperate correct cram criticize define depart depend"
    " derive deserve detect determine devote differ diminish disagree disappear distribute"
    " diversify divest divide downplay dwarf dwindle eat educate eke embark embed embrace encourage"
    " endorse engage enjoy enlist enrich equip erase escalate evade evaluate evolve examine"
    " expire facilitate falter flatten flee fly forbid foresee forgo fulfill govern greet hew"
    " hinder identify ignite ignore immerse imply impose improve incur infer inform infuse"
    " inherit initiate innovate inspect inspire instruct integrate interpret invade involve"
    " isolate jeopardize justify lack languish lean learn listen maximize migrate minimize"
    " mitigate mobilize modernize modify monetize motivate multiply navigate neglect normalize"
    " observe occupy occur opt optimize orchestrate organize originate oust outgrow outlast"
    " outlive outnumber outperform outrank outsell outshine outstrip overcome oversell overturn"
    " perceive perform persist persuade pertain pinpoint please plummet portray possess postpone"
    " predate preempt prescribe presume prevail prevent prioritize procure prohibit prolong"
    " promote prosper protect provoke punish qualify quantify ratify reassess recede reclaim"
    " recognize reconcile reconsider recover redefine redirect refine refresh refute reinforce"
    " reinvent reinvest reiterate relax relieve remember remind remove render renew reopen"
    " reorganize repay replicate resell reside resist restrict restructure resurface retire"
    " retrieve revamp revise revisit revoke satisfy scrutinize select sharpen shorten simplify"
    " simulate situate smooth soften solicit solve specify speculate stabilize standardize steal"
    " steer stimulate streamline subscribe subsidize subtract sue summarize supervise suppress"
    " survive sustain symbolize tackle tempt terminate testify think thrive tolerate topple"
    " transcend translate transmit traverse turbocharge unify unload unpack unseat uphold"
    " utilize vacate validate vanish vary veer verify vie violate visualize weaken wield"
    " withstand woo worsen wrestle"
    " adhere allege apologize await broaden certify clarify compute contend coincide collapse"
    " comprise conceal confirm consort contain contemplate crave deem defy depict deprive deter"
    " disclose discontinue dissolve distinguish elect embody encompass enclose endure enforce"
    " enact entail escort exert expel extract falsify furnish happen imitate impair impede imprison"
    " instil invoke lengthen liken litigate materialize ponder precede preside proclaim pronounce"
    " publicize reassure rebuke reclassify rectify relinquish reproduce repurpose resemble resent"
    " resurrect retaliate revolve rewrite sadden salvage sever slacken subside suffice swear"
    " tighten tout transact uncover underestimate undo unveil unwind"
    " nab slap nix poach seal clinch finalize absorb investigate garner halve offload"
)
#: The same, of verbs that are: "coins", "delays".
_NOUNS_TOO = words(
    "act affect age amend amount appeal assist attack attempt attribute balance ban battle"
    " blast blend boom brace brag break browse burst cast catch cause cheer clash cling coin"
    " compress concentrate conduct construct contrast convert coordinate counter craft crash"
    " crawl curb cure damage debate decline decrease defeat delay delegate digest dispute dive"
    " dodge dream ease echo edge encounter experience exploit fare fear feed fight fit"
    " flip flood flow focus fold force gather gauge gear glance grind guess hail hand harm haul"
    " heat hedge highlight hog hurt impact implement impress influence interest invite judge lag"
    " limit live look lure mandate measure nudge offset overhaul pack paint pair peak permit"
    " pioneer preserve pressure progress punch rally ramp rebound rebuild refrain regret reign"
    " repeat research respect retool retreat ride roar rush sacrifice sail salute scan scramble"
    " sense shape shield shoot shrug slice smash span spike spill spread sprint spur squeeze"
    " stall stick straddle strain stretch substitute supplement surf surprise surrender suspect"
    " sweep tail tailor tally taste tease tip touch tower transfer transition transport trap"
    " trickle triumph trounce trust tweak twist usher wager wane whip wind wipe wish wonder"
    " worry yank"
    " hike fine probe block control pump dump sack rate book axe"
)
BASES = REGULAR | frozenset(IRREGULAR)
THIRD, PAST, GERUND = _forms(BASES)
#: Any form of a verb -> its base form.
LEMMA: Mapping[str, str] = {**{base: base for base in BASES}, **THIRD, **GERUND, **PAST}
THIRD |= {_third_person(base): base for base in sorted(_PLAINLY | _NOUNS_TOO)}

#: Forms that are nouns as often as verbs: finite only right after a subject.
AMBIGUOUS = words(
    "plans funds deals reports offers leads bets costs works needs builds stakes loans"
    " forecasts estimates targets values prices shares moves talks orders claims charges calls"
    " cuts drops gains backs rounds projects supports supplies records returns results names"
    " notes heads hires jumps lines lists marks matches opens places plays powers pushes"
    " questions ranges ranks releases requires reviews rises rules runs scales scores signals"
    " sources spends splits stands starts states steps surges tops totals trades turns uses"
    " views votes wins houses demands designs drives faces features files finances forms guides"
    " hits holds hopes issues joins lands launches leases licenses lifts lows means"
    " processes promises purchases put cut set hit bet bid let split cost forecast quit run come"
    " left found made"
) | frozenset(_third_person(base) for base in _NOUNS_TOO)
#: Base forms that can be told from nouns: finite after a plural subject.
PLAIN_BASES = words(
    "back continue expect announce acquire invest include remain raise secure allow enable commit"
    " become begin believe bring build buy say seek sell serve spend take tell provide require"
    " rely operate own pay produce represent receive exemplify keep hold get give make grow"
    " employ develop deploy exceed"
)
#: Past forms that, before these words and without an auxiliary, describe the noun to the left.
PARTICIPLE_FOLLOWERS = words("by at in as on to for with from under through via between around")
PARTICIPLES = words(
    "valued based backed founded co-founded headquartered located called named known dubbed"
    " owned priced built made designed developed worth used led funded supported powered run"
    " trained aimed focused listed registered incorporated planned proposed expected created"
    " produced launched announced born held operated managed published reported estimated set"
    " hosted"
)

PREPOSITIONS = words(
    "of in at for by from with behind to on into onto over under about against among across"
    " after before between during through throughout toward towards upon via within without per"
    " despite following amid around near alongside versus vs unlike beyond inside outside"
)
SUBORDINATORS = words(
    "while whereas although though because since when whenever if unless until after before as"
    " once where so but yet"
)
COORDINATORS = words("and or but nor yet")
RELATIVES = words("which who whose whom where")
ARTICLES = words("a an the this that these those its his her their our your my one some any each")
PRONOUNS = words("it they he she we i you its their")
LISTERS = words("like including such e.g.")

#: Nouns by which a text speaks of a thing named before, with the kind of thing.
ANAPHORS: Mapping[str, str] = {
    **dict.fromkeys(
        words("company startup start-up firm group lab maker business giant unicorn outfit venture"
               " chipmaker automaker carmaker bank retailer developer publisher provider platform"
               " spinoff spin-off organization organisation upstart insurer fintech operator vendor"
               " manufacturer conglomerate studio subsidiary unit division newcomer house brand"
               " chain specialist pioneer supplier designer builder agency cooperative broadcaster"
               " lender carrier telecom telco unicorn neobank neocloud foundry hyperscaler giant"
               " titan miner utility airline exchange marketplace network boutique partnership"
               " nonprofit foundry drugmaker brewer streamer insurer broker"
               " shipbuilder planemaker phonemaker steelmaker toymaker biotech medtech edtech"
               " insurtech proptech landlord producer grocer wholesaler distributor installer"
               " contractor refiner hotelier consultancy incumbent challenger heavyweight"
               " powerhouse consortium corporation concern collective scaleup scale-up spinout"
               " carrier shipper lessor reseller integrator"),
        "org",
    ),
    **dict.fromkeys(
        words("model chip app product system device tool service processor assistant robot phone"
               " software bot accelerator gpu headset car vehicle agent card server laptop tablet"
               " smartphone handset console humanoid truck drone chatbot browser supercomputer"
               " computer satellite rocket camera watch smartwatch glasses scooter sedan suv"
               " hatchback game superchip cpu npu tpu soc machine"),
        "product",
    ),
    **dict.fromkeys(
        words("executive founder entrepreneur ceo billionaire investor researcher co-founder"
              " cofounder boss chief president chairman chairwoman founders co-founders"), "person"
    ),
}  # fmt: skip
#: Who and what speaks for a company: it says something of whom the text is about.
MOUTHPIECES = words(
    "spokesperson spokesman spokeswoman filing prospectus management representative"
)
#: Nouns right before the name of what they describe: "chipmaker Foo", "returning backer Foo".
DESCRIBERS = frozenset(ANAPHORS) | words(
    "backer backers investor investors shareholder shareholders fund funds financier newcomer"
    " newcomers owner partner partners angel angels firms companies rival insurer producer"
    " engineer scientist professor physicist banker lawyer manager director colleague veteran"
    " alumnus alumna economist programmer designer mathematician neuroscientist brothers siblings"
)
#: Nouns of events: as a grammatical subject they stand for whoever the event is about.
EVENT_NOUNS = words(
    "round deal funding financing raise raising investment valuation money capital transaction"
    " acquisition purchase takeover agreement contract injection cash debut proceeds seed tranche"
    " series price sum amount total figure offer talks bid commitment facility partnership plan"
    " package merger value haul revenue revenues sales turnover profit profits loss losses income"
    " earnings ebitda ebit margin margins bookings billings backlog orders deliveries shipments"
    " exports growth costs spending expenses expenditure capex outlays budget headcount workforce"
    " staff payroll layoffs cuts jobs shares stock float flotation listing ipo users subscribers"
    " customers membership audience traffic downloads usage capacity output production pay"
    " salaries registrations board issue extension fundraise"
    " business operations takings fine penalty settlement"
    " bill damages record results financials accounts size"
    " quarter year numbers figures parameters context window tokens training weights stake holding"
    " share loan debt fund funds offering proceeds cheque check money licence license contracts"
    " guidance forecast target targets subscriptions advertising unit units segment arm range"
    " lineup everything rest assets remains remainder most half ownership control number count base"
)
#: Words by which a figure is that of a whole market.
WORLDWIDE = words("worldwide industry-wide industrywide industry sector sector-wide nationwide")
#: What people are called whom a company employs or lets go.
STAFF = words(
    "employees people staff staffers workers jobs roles positions engineers posts personnel layoffs"
    " developers researchers managers"
)

REPORTING = words(
    "said says say told reported reports report according wrote writes noted notes estimates"
    " estimated claims claimed stated states confirmed confirms announced announces revealed"
    " reveals disclosed discloses added adds argues argued believes predicts predicted expects"
    " expected calculated calculates put puts thinks reckons insists concedes"
)
#: Words that take the assertion away.
HYPOTHETICAL = words("perhaps if whether unless suppose imagine assuming hypothetically would-be")
HYPOTHETICAL_PHRASES = (
    "rather than",
    "instead of","as if", "what if", "let's say", "i think", "i guess", "my guess", "i wish",
                        "in theory", "for instance if", "hypothetical")  # fmt: skip
#: Words in a clause by which a value is told to have moved, or to belong to another time.
MOVED = words(
    "previously previous earlier formerly last prior ago triple triples tripled"
    " tripling double doubles doubled doubling rose risen jumped climbed fell dropped grew"
    " raised-from was-then then before quadrupled quadrupling halved lifted cut increased"
    " reduced initially originally first"
)
#: The same of words that go on to another value: "up from 40", "from $2 billion"; not "from its
#: backers", "picked up $2 billion".
MOVED_FROM = words("from")
MOVED_BY = words("up down")
#: Words that may stand anywhere between a subject and its verb; those in -ly go without saying.
ADVERBS = words(
    "also now just already recently since then not never still only even again once later soon"
    " ever today yesterday instead too both all each together n't to-date so far further meanwhile"
    " alone itself themselves however moreover furthermore elsewhere finally separately"
    " additionally notably"
)
#: Nouns that end an introduction of time: "In the past Acme", "For a year Acme".
TIMES = words(
    "past year years month months week weeks day days quarter quarters hours while summer winter"
    " autumn spring fall morning evening weekend decade decades meantime end beginning close start"
    " q1 q2 q3 q4 h1 h2"
)
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
#: Verbs of those who give money: the clause is not about them but about who gets it.
BACKING = words(
    "led co-led headed leads co-leads heads spearheaded anchored backed joined participated"
    " followed invested co-invested invest invests chipped leading co-leading backing heading"
    " fronted fronts fronting spearheads spearheading anchors anchoring plowed ploughed plows"
    " poured pours pouring pumped pumps pumping injected injects injecting sank sinks bankrolled"
    " bankrolls financed stumped ponied reinvested topped"
)
#: Verbs whose object is what is bought.
BUYING = words(
    "buy acquire purchase snap swallow absorb gobble pick scoop pay offer bid shell fork cough part"
    " splash lay hand stump give spend dangle take"
)
#: Verbs whose subject is not who the news is about: backers, and those who tell it.
BYSTANDERS = BACKING | words(
    "said says told reported reports wrote estimates estimated calculated expects put puts noted"
    " predicts adding"
)
#: Nouns for somebody else who stands in a relation to the owner: "Acme's tiny rival".
KIN = words(
    "rival rivals competitor competitors supplier suppliers customer customers partner partners"
    " sibling siblings cousin cousins version versions variant variants"
    " investor investors backer backers parent owner predecessor successor shareholder shareholders"
    " ceo founder founders co-founder boss chief executive spokesperson spokesman lawyer analyst"
)
#: Between two names, of which the first only tells what the second is.
RIVALS = words(
    "rival rivals competitor competitors challenger spinoff spin-off spinout alternative"
)
#: Nouns for those who left what they are named after.
ALUMNI = words("dropout dropouts alumnus alumna alumni alum alums graduate graduates grad grads")
#: Nouns for companies in general, and for those who stand in a relation to one.
ANYBODY = KIN | words(
    "startups start-ups companies firms labs makers businesses groups banks analysts users people"
    " consumers developers publishers operators vendors manufacturers chipmakers carmakers giants"
    " unicorns funds investors everyone nobody others markets industry"
)
#: Last words of the names of public bodies, which rule on companies and markets.
_PUBLIC = words(
    "commission authority agency ministry department court bureau parliament senate congress"
    " administration exchange treasury"
)
_PUBLIC_SHORT = frozenset(("FTC", "SEC", "FDA", "FAA", "FCC", "CMA", "DOJ", "NHTSA", "ECB", "EU"))


#: What the names of benchmarks hold: "Terminal-Bench 2.0", "SWE-bench", "MMLU-Pro".
_BENCHMARK = re.compile(
    r"bench\b|bench[- ]|eval\b|mmlu|gpqa|\baime\b|arc-agi|hellaswag|osworld|browsecomp"
    r"|intelligence index|\barena\b",
    re.IGNORECASE,
)


def is_school(name: str) -> bool:
    """Whether a name is that of a school: it raises no rounds, and has no valuation."""
    return not _SCHOOLS.isdisjoint(name.split())


_SCHOOLS = frozenset(("University", "College", "School", "Academy"))


def is_benchmark(name: str) -> bool:
    """Whether a name is that of a test: nothing runs, reads or costs what is told beside it."""
    return _BENCHMARK.search(name) is not None


#: What machines and their parts are called: a model runs on them, and they are none.
_HARDWARE = re.compile(
    r"\b(?:RTX|GTX|GeForce|Radeon|Instinct|R9\d00|[ABHLTV]\d{1,2}00?|G?B\d00|MI\d{3}X?|TPU|GPU|CPU"
    r"|DIMMs?|Optane|Xeon|EPYC|Ryzen|Threadripper|DGX|Strix Halo|Mac(?:Book|s| Studio| Mini)?"
    r"|M\d (?:Max|Ultra|Pro)|Jetson|Raspberry Pi|Snapdragon)\b"
)


def is_hardware(name: str) -> bool:
    """Whether a name is that of a machine or a part of one: "RTX 5090", "Mac Studio", "H100"."""
    return _HARDWARE.search(name) is not None


#: Licences that models come under.
_LICENCES = re.compile(r"(?:Apache|A?GPL|LGPL|BSD|CC[ -]BY|OpenRAIL|OpenMDW)\b|MIT$|MIT License")


def is_licence(name: str) -> bool:
    """Whether a name is that of a licence: "Apache 2.0"."""
    return _LICENCES.match(name) is not None


def is_public_body(name: str) -> bool:
    """Whether a name is that of an authority, a court or an exchange."""
    return name in _PUBLIC_SHORT or name.rpartition(" ")[2].lower() in _PUBLIC


#: Who tells the news, or counts it, is not who it is about.
_MEDIA = frozenset(
    ("Reuters", "Bloomberg", "CNBC", "TechCrunch", "The Information", "The Wall Street Journal",
     "Wall Street Journal", "Financial Times", "The New York Times", "Forbes", "Crunchbase News",
     "Axios", "The Verge", "Business Insider", "Fortune", "Wired", "VentureBeat", "Nikkei", "BBC",
     "Associated Press", "Sky News", "Semafor", "PitchBook", "Crunchbase", "Contrary Research",
     "Epoch AI", "IDC", "Canalys", "Counterpoint Research", "TrendForce", "Revelio Labs",
     "Synergy Research Group", "Dealroom", "CB Insights", "Tracxn", "Layoffs.fyi",
     "Statista", "Sensor Tower", "Sifted", "Handelsblatt", "Les Echos", "Nikkei Asia",
     "ZDNet", "Ars Technica", "Engadget", "Platformer", "404 Media", "The Register", "Tech.eu",
     "DigiTimes", "South China Morning Post", "Caixin", "Gartner", "Forrester", "Omdia",
     "Grand View Research", "Mordor Intelligence", "MarketsandMarkets", "Market.us",
     "Fortune Business Insights", "Bloomberg Second Measure", "QuestMobile", "Visible Alpha")
)  # fmt: skip
#: What papers, letters and shows are called.
_PERIODICAL = re.compile(
    r"\w\ (?:Weekly|Daily|Digest|Newsletter|Briefing|Recap|Radar|Round-?up|Gazette|Tribune|Herald"
    r"|Courier|Bulletin|Dispatch|Podcast|Magazine|Chronicle|Newsroom|Monday|Tuesday|Wednesday"
    r"|Thursday|Friday|Saturday|Sunday)$"
)


def tells_news(name: str) -> bool:
    """Whether a name is of who tells the news: "Reuters", "Actuator Weekly"."""
    return name in _MEDIA or _PERIODICAL.search(name) is not None
