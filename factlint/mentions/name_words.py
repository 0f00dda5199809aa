"""Word lists that tell names from other capitalised words; all of them are plain data."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@cache
def common() -> frozenset[str]:
    """Plain English words, in lower case: what a capital at a sentence start does not make a name.

    Counted in tech writing: words that stand in lower case at least about as often as capitalised.
    """
    return _listed("common_words.txt")


def _listed(file: str) -> frozenset[str]:
    return _words((resources.files("factlint.mentions") / file).read_text(encoding="utf-8"))


CALENDAR = _words("""
    January February March April May June July August September October November December
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Q1 Q2 Q3 Q4 H1 H2 FY CY YTD
    Million Millions Billion Billions Trillion Crore Lakh
    Christmas Easter Thanksgiving Halloween Ramadan Hanukkah Diwali
""")
WEEKDAYS = _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")

#: Titles of people: never part of a name; what follows one is a person.
TITLES = _words("""
    CEO CFO COO CTO CPO CMO CIO CISO CSO CRO CHRO EVP SVP VP MD GM
    Co-CEO Co-CEOs Co-Founder Co-Founders Co-founder Co-founders Cofounder Cofounders
    Founder Founders Co-Chair Co-chair Co-Head
    CEOs Chair Chairman Chairwoman Chairperson Chief President Vice Executive Officer Director
    Mr Ms Mrs Dr Prof Professor Sir Dame Senator Sen Rep Congressman Congresswoman Governor Gov
    Minister Secretary Chancellor Ambassador Commissioner Mayor Analyst Analysts Managing Deputy
    Mr. Ms. Mrs. Dr. Prof. Sen. Rep. Gov. Judge Justice Attorney Treasurer Principal Architect
""")
#: What may stand between or before titles ("Chief AI Officer", "Former Vice President").
PERSON_CUES = TITLES - _words("Chief Vice Executive Managing Deputy Analysts CEOs Founders")

#: Short forms that name nothing in particular; a name may hold one inside, never be one.
GENERIC = _words("""
    AI ML DL LLM LLMs VLM VLMs SLM SLMs VLA NLP AGI ASI RL RLHF RLVR SFT DPO PPO GRPO RAG MCP MoE
    GPU GPUs CPU CPUs TPU TPUs NPU NPUs LPU ASIC ASICs FPGA FPGAs SoC RAM DRAM NAND SSD SSDs HDD
    HBM HBM2 HBM2e HBM2E HBM3 HBM3e HBM3E HBM4 HBM4e HBM4E GDDR5 GDDR6 GDDR6X GDDR7 DDR3 DDR4 DDR5
    LPDDR4 LPDDR4X LPDDR5 LPDDR5X LPDDR6 SRAM VRAM API APIs SDK SDKs CLI IDE IDEs UI UX GUI URL URLs
    HTTP HTTPS HTML
    CSS JSON YAML XML CSV PDF PDFs SQL NoSQL OS VM VMs DB QA FAQ FAQs TLDR TL DR DIY ETA
    IoT AR VR XR MR EV EVs ICE AV AVs UAV UAVs 2D 3D 4K 8K 5G 6G 4G LTE WiFi Wi-Fi GPS USB LED OLED
    SaaS PaaS IaaS B2B B2C D2C DTC GTM ARR MRR NRR GMV AUM IPO IPOs SPAC SPACs ETF ETFs VC VCs PE LP
    LPs GP GPs M&A R&D P&L ROI ROE EBITDA EPS GAAP Capex CapEx CAPEX Opex YoY QoQ TAM KPI KPIs
    HR PR IT ID IDs IP IPs RFP CRM ERP POS BNPL KYC AML ESG GDP CPI PMI FX FDI
    DeFi NFT NFTs DAO DAOs DEX DEXs dApp dApps EIP EIPs ERC ZK TVL L1 L2 L2s EVM BTC ETH USD EUR GBP
    JPY INR CNY RMB KRW CAD AUD CHF SGD HKD AED SAR BRL
    AM PM AD BC CET EST PST PDT EDT UTC GMT TV TVs DVD CD PC PCs HD UHD FPS KV QPS DNA RNA mRNA
    PhD PhDs MBA MBAs STEM K-12 OK US$ HQ ETC FYI NB PS RIP WTF LOL OMG AMA IMO IMHO IIRC
    GW MW KW TW GWh MWh kWh TWh GWe MWe kWe GWt MWt MWth GWp MWp kWp Wp Wh mAh GB TB PB MB KB
    GiB TiB MiB KiB Gbps Mbps Gbit Mbit GHz MHz kHz TOPS FLOP FLOPS FLOPs GFLOPS TFLOPS TFLOPs
    PFLOPS EFLOPS FP8 FP4 FP16 FP32 BF16 INT8 INT4
    CoT ToT SOTA SotA OSS FOSS CVE CVEs DDoS VPN SSO MFA 2FA SOC SIEM EDR XDR CI CD CI/CD DevOps
    LLMOps MLOps FinOps SecOps GPTs KPIs OKR OKRs NDA NDAs EULA TOS GDPR HIPAA CCPA PII
    BBQ MSRP SKU SKUs OEM OEMs ODM ODMs NIMBY UFO DEI H-1B UBI
    A.I. Q&A ASCII ToS PoS PoW SMS FOMO OTT HRMS HRIS HCM TradFi ATH DCA OOM CAGR CLV NPS SMB SMBs
    URI URIs ABI RPC REPL VPS NAS PCIe PCIE NVMe SVG MVP TTFT KLD FPR OOD EOF RPM CGI MMORPG NSFW IQ
    DM DMs CFP OG OGs RWA RWAs CBDC CBDCs MOOC SIMD DSL DAG JS FinTech GenAI ITSM CEX CEXs
    QR MSME MSMEs NBFC     II III IV VI VII VIII IX XI XII I A An
    P/E Web2 Web3 Fintech Edtech Healthtech Agritech Biotech Deeptech Deep-tech Web Internet
    Earth English Bitcoiners
    QUIC SSH SSL TLS TCP UDP DNS LAN JWT OAuth REST CRUD JIT AOT BPE BM25 HNSW RNN RNNs CNNs GAN
    GANs LSTM LSTMs MLP ViT SSM SSMs KL KPI NER OCR TTS STT ASR EEG MRI CT RTX ADHD COVID COVID-19
    Covid Covid-19 UV DOS MAU DAU HDR SDR OTC ICO ICOs IDO TGE APR APY DPI TVPI IRR MOIC NAV LTV
    ACV DFI DFIs PPA PPAs LOI MOU MoU SLA SLAs UGC P2P INT2 INT16 INT32 INT64 UINT8 FP64
    TF32 FP6 NF4 SMEs PMF EOD EOY KOL KOLs CTA PoC SoTA FWIW TIL ELI5 AFAIK BTW TBD TBA
""")

#: Last words of the names of investors.
BACKERS = _words("""
    Capital Ventures Venture Partners Equity Fund Funds Investments Investment Investors Angels VC
    Angel Holdings-Fund Invest Syndicate Accelerator
""")
#: Nationalities and languages: adjectives, no names of their own.
DEMONYMS = _words("""
    American Americans British Briton Britons English Scottish Welsh Irish French German Germans
    Italian Spanish Portuguese Dutch Belgian Swiss Austrian Danish Swedish Norwegian Finnish
    Icelandic Estonian Latvian Lithuanian Polish Czech Slovak Slovenian Hungarian Romanian
    Bulgarian Greek Croatian Serbian Ukrainian Ukrainians Russian Russians Turkish Israeli Israelis
    Palestinian Saudi Emirati Qatari Kuwaiti Egyptian Moroccan Nigerian Kenyan Ghanaian Ethiopian
    African Africans Chinese Taiwanese Japanese Korean Koreans Indian Indians Pakistani Bangladeshi
    Singaporean Malaysian Indonesian Thai Vietnamese Filipino Australian Australians Canadian
    Canadians Mexican Brazilian Argentine Chilean Colombian Peruvian Venezuelan European Europeans
    Asian Asians Iranian Iraqi Kazakh Nordic Scandinavian Baltic Balkan Western Eastern Northern
    Southern Latin Arab Arabic Hebrew Hindi Mandarin Cantonese Tamil Jewish Muslim
    Catholic Californian Parisian Londoner Republican Republicans Democrat Democrats Democratic
    Franco-German Anglo-American Sino-US Pan-European
""")

#: Small words: with a capital only at a sentence start or in a title.
FUNCTION = _words("""
    Plus Versus
    The A An This That These Those It Its He She They We You I His Her Their Our Your My Who What
    When Where Why How Which While As At By For From In Into Of On Onto Over Per Since Than Through
    To Toward Towards Under Until Up Upon Via With Within Without About Above Across After Against
    Along Amid Among Around Before Behind Below Beneath Beside Besides Between Beyond Despite Down
    During Except Following Including Inside Like Near Off Outside Past Regarding Throughout Unlike
    And But Or Nor So Yet If Then Else Because Although Though Unless Whereas Whether Once
    Also Again Already Always Even Ever Just Never Now Often Only Perhaps Still Soon Here There
    Not No Yes All Any Both Each Either Every Few Many More Most Much Neither None Other
    Let Yep Yeah Yup Nope Gotcha Ooh Oh Bye Hm Hmm Wow Whoa Aww Ugh Haha Yay Um Uh Huh Hey God
    Others Another Same Several Some Such Too Two Three Four Five Six Seven Eight Nine Ten Half
""")
#: Words that open sentences or headings before a name and are no part of it.
OPENERS = FUNCTION | _words("""
    Interim Acting Outgoing Incoming
    Best One Turnover Revenue Revenues Sales Profit Profits Loss Losses Earnings Bookings Billings
    Headcount Valuation Valuations Postscript Rumour Rumor Rumours Rumors Mystery Growth Guidance
    Shipments Deliveries Orders Exports Margins Staff Layoffs Shares Investors Backers Shareholders
    Subscribers Users Customers Members Price Prices Pricing Context Speed Size Total Totals
    Proceeds Debt Cash EBIT Capex Outlays Costs Spending Output Production Capacity Megarounds
    Megaround Mega Chips Cars Payments Security Software Hardware Robots Drones Batteries Rockets
    Satellites Fintech Health Money Deal Deals Round Rounds Fund Funds Funding Bid Bids Takeover
    Takeovers Mergers Listing Listings Fine Fines Penalty Lawsuit Lawsuits Atoms Algorithms Terms
    Verdict Outlook Background Driverless Cheaper Bigger Smaller Older Newer Faster Worth Valued
    Priced Elsewhere Average Today Tomorrow Yesterday Tonight Later Earlier Meanwhile Moreover
    Furthermore However Instead Additionally Separately Elsewhere Notably Similarly Likewise
    Finally Recently Currently Previously Originally Ultimately Overall Reportedly Allegedly
    Apparently Indeed Thus Hence Therefore Consequently Accordingly Specifically Especially
    Particularly Interestingly Last Next First Second Third Early Late Former Ex New Old Big Major
    Rival Fellow Veteran Top Key Startup Startups Company Companies Firm Firms Giant Giants
    Chipmaker Chipmakers Automaker Carmaker Drugmaker Retailer Investor Investors Backer Backers
    Founder Rivals Competitor Competitors Parent Owner Maker Lab Labs Bank Fund Unicorn Unicorns
    Developer Developers Researcher Researchers Engineer Engineers Spokesperson Billionaire
    Entrepreneur Partner Partners Customer Customers Shares Stock Stocks Sources Source Note Update
    Updated Watch Read See Meet Say Says Said According Can Could Should Would Will May Might Must
    Do Does Did Is Are Was Were Be Been Has Have Had Let Get Got Go Going Come Make Makes Making
    Take Takes Taking Use Using Buy Buying Build Building Try Want Think Thinks Consider Given
    Based Backed Led Founded Launched Announced Exclusive Breaking Report Reports Reporting
    Analysis Opinion Review Interview Why Quarterly Annual Annualized Monthly Weekly Daily Yearly
    Globally Worldwide Domestic National International Foreign Local Public Private Annualised
    Around Roughly Nearly Almost Approximately Up Dear Hello Hi Hey Thanks Thank Welcome
    Congratulations Please Sorry Well Oh OK Okay Sure Maybe Actually Basically Obviously Clearly
    Honestly Frankly Importantly Surprisingly Imagine Remember Suppose Assume Assuming Depending
    Compared Speaking Asked Combined Together Thereafter Afterwards Nowadays Lately Eventually
    Initially Formerly Next-gen Next-generation Total Stage Amount Funding Valuation Round Rounds
    Call Status Summary Overview Highlights Background Average Median Volume
    Having Being Fresh Flush Armed Buoyed Helped Fuelled Fueled Driven Boosted Hurt Weighed Hit
    Founding Raising Selling Buying Owning Owned Run Headed Chaired Born Seated Headquartered
    Listed Traded Snapping Swallowing Acquiring Acquired Bought Sold Spending Paying Paid Adding
    Counting Including Bringing Taking Putting Asked Seeking Seen Measured Coming Leaving Left
    Employing Employed Trained Priced Aided Bolstered Lifted Dragged Once
""")

#: Verbs in the past or present whose subject acts as a company does.
ACTS = _words("""
    raised raises secured secures acquired acquires announced announces launched launches unveiled
    unveils closed closes landed lands bagged bags nabbed nabs netted nets snagged snags completed
    completes bought buys sold sells agreed agrees plans planned partnered partners teamed signed
    signs invested invests hired hires reported reports posted posts filed files generated
    generates earned earns spent spends paid pays employs employed licensed licenses valued backed
    led co-led owns owned merged expanded expands released releases debuted debuts introduced
    introduces rolled built builds develops developed makes made offers operates competes declined
    rents pulled attracts attracted committed commits cut lost laid shipped ships filed sued sues
    settled pitched scored hauled grabbed picked closed emerged expects forecast forecasts guides
    guided beat beats missed said says told confirmed confirms exceeds exceeded surpasses surpassed
    reaches reached hits tops topped passes passed grows grew doubles doubled triples tripled
    raises cuts slashes slashed dismisses dismissed fires fired eyes seeks sought denies denied
    rejects rejected wins won joins joined leads heads opens opened moves moved boosts boosted adds
    added names named appoints appointed taps tapped picks faces faced settles pays unveils scraps
    scrapped drops dropped delays delayed swings swung narrows narrowed widens widened swallows
    swallowed snaps snapped gobbles absorbs absorbed collects collected gets got takes took gives
    gave brings brought keeps kept loses misses claims claimed counts counted serves served
    supports supported runs ran turns turned starts started began begins goes went shares jumps
    jumped soars soared climbs climbed falls fell tumbles tumbled slides slid sinks sank pockets
    pocketed fetches fetched commands commanded remains became becomes returns returned lets hosts
    hosted handles processes processed acknowledges acknowledged warns warned
""")
#: The acts after which a plain word at a sentence start is a name, when a figure follows.
RAISES = _words("""
    raised raises raising secured secures bagged bags nabbed nabs netted nets landed lands closed
    closes snagged snags acquired acquires pulled scored hauled grabbed valued
    Raises Raised Secures Secured Bags Nabs Nets Lands Closes Snags Acquires Grabs Hauls Scores
    Buys Launches Unveils
""")
AUXILIARIES = _words("""
    is was has had will would can could may might must should does did says said plans aims hopes
    wants also now still just already recently currently reportedly and or which whose who
""")
#: What makes an aside a clause of its own: "Revenue, the company said, grew".
TELLING = AUXILIARIES | _words("""
    say says told added adds noted notes reported reports wrote writes estimates estimated expects
    expected argues argued thinks
""")


ORG_SUFFIXES = _words("""
    AI Labs Lab Capital Ventures Partners Technologies Technology Systems Robotics Group Holdings
    Holding Bank Bancorp Industries Energy Motors Pharmaceuticals Pharma Therapeutics Biosciences
    Bio Health Healthcare Medical Networks Software Semiconductor Semiconductors Electronics
    Aerospace Airlines Airways Media Entertainment Studios Games Interactive Studio Solutions
    Services Data Cloud Computing Security Analytics Dynamics Automotive Mobility Materials Mining
    Resources Petroleum Power Foundation Institute University College School Academy Association
    Council Commission Committee Agency Authority Ministry Department Management Investments
    Investment Investors Equity Fund Funds Asset Assets Advisors Advisers Associates Brothers Bros
    Bros. Insurance Financial Finance Payments Markets Exchange Securities Trust Research Sciences
    Science Consulting Logistics Telecom Communications Wireless Mobile Digital Interactive
    International Global Corporation Company Enterprises Platforms Space Quantum Photonics
    Instruments Devices Materials Foods Brands Hospital Clinic Hospitals Intelligence
    Superintelligence News Times Journal Post Herald Tribune Review Weekly Magazine
    Aviation Biotech Genomics Diagnostics Innovations Innovation Works Collective Club Team Network
    Inc Inc. Corp Corp. Ltd Ltd. LLC LLP PLC plc GmbH AG SE SA S.A. NV N.V. BV AB Oy Oyj ASA KK Pte
    PBC Co Co. Limited Incorporated SAS SpA
""")
LEGAL = _words("""
    Inc Inc. Corp Corp. Ltd Ltd. LLC LLP PLC plc GmbH AG SE SA S.A. NV N.V. BV AB Oy Oyj ASA KK Pte
    PBC Co Co. Limited Incorporated Corporation
""")
#: Last words of the names of papers, and of what is written: not those of the firm before them.
PAPERS = _words("News Times Journal Post Herald Tribune Review Reviews Weekly Magazine")
#: Heads that take "of": Bank of England, University of Oxford.
OF_HEADS = _words("""
    Bank University Ministry Department House Institute City Office Board Bureau College School
    Museum Republic State Kingdom Court Council Chamber Academy Association Federation Agency League
    Isle Gulf Strait Port Bay Commission Committee Center Centre Library Duchy Society Order
    Fellowship Corps Port Province Secretary League Confederation Cathedral Church
""")
OF_HEADS_WITHOUT_NAME = _words("Internet State City House Court Board Office Port Order Bay Center")
#: Government bodies after a country: "U.S. Army".
STATE_BODIES = _words("""
    Army Navy Senate Congress Treasury Commerce Department Supreme Court Copyright Office Patent
    Marine Marines Air Force Space Steel Bank Bancorp Commission Chamber Customs Census Postal
    Coast Guard Geological Securities Central Railways Parliament Council Post
    Energy Justice Defense State Labor Government Military Army's
""")
#: The generic nouns that show that "AI" before them is no part of the name on its left.
AI_NOUNS = _words("""
    chip chips model models infrastructure startup startups company companies tool tools agent
    agents system systems cloud platform platforms research researcher researchers lab labs
    assistant assistants feature features safety data compute factory factories workload workloads
    accelerator accelerators boom bubble spending investment investments race product products
    service services software hardware strategy capabilities push team talent training inference
    app apps video chatbot chatbots features ecosystem ecosystems portfolio supercluster regulation
    policy development developers deployment deals deal use work power server servers capex
    supercomputer cluster clusters PC PCs GPU GPUs coding search business unit division revenue
    industry market stocks stock stack governance solutions applications initiative initiatives
    processors semiconductor technology technologies efforts expansion ambitions
""")
#: A capital word that ends a hyphen compound in Title Case: "Amazon-Backed".
COMPOUND_TAILS = _words("""
    Backed Based Led Powered Driven Native Focused Owned Funded Optimized Enabled Ready Related
    Free First Only Style Like Level Scale Class Grade Centric Specific Wide Made Built Designed
    Run Compatible Trained Linked Listed Generated Assisted Aware Hosted Branded Controlled Sized
    Approved Certified Compliant Adjacent Era Term Time Year Day Source World Chip Exclusive Heavy
    Friendly Rich Sponsored Supported
""")
COMPOUND_HEADS = _words("""
    ex non pro anti pre post co multi mid cross near self semi sub super inter intra then now all
    open high low long short real full large small on off in by end early late next cloud data
    deep new state former re de un over under two three four five six ten single double first
    second third third-party billion million trillion
""")
#: Lower-case words that belong to the version before them: "Seed 2.0 mini".
VARIANTS = _words("mini nano flash turbo pro preview lite ultra max micro tiny instruct")
#: The same, only after a hyphen: "GPT-9-codex".
GLUED_VARIANTS = _words("""
    codex high low medium large small chat coder base exp latest it air vl image omni code live
    thinking xhigh reasoning vision
""")
PRODUCT_PARTS = _words("""
    Pro Max Mini Ultra Plus Lite Flash Nano Turbo Preview Opus Sonnet Haiku Fast Super Instruct
    Thinking Coder Vision Air Studio Deep Think Experimental Base Chat Image Live Omni SE Fold
    Flip Large Small Medium Maverick Scout Behemoth Air NVL72 Enterprise Code Business Team Agent
    Online Spark Latest Heavy Flash-Lite Codex Mini-High VL Math Next
""")
#: Words between the parts of a person's name.
PARTICLES = _words("von van der de den del della di da du bin al el la le dos ten ter")


@cache
def given_names() -> frozenset[str]:
    """Common first names of many languages."""
    return _listed("given_names.txt")


#: After one of these a capitalised plain word is a term, not a name: "the Company".
DETERMINERS = _words("""
    the a an our this that its their his her my your these those each every any some no
""")
#: Words that dots shorten: no sentence ends with them.
ABBREVIATIONS = _words("Mr Ms Mrs Dr Prof Sen Rep Gov St Jr Sr Gen Lt Col Inc Corp Ltd Co vs No")

#: Endings that only plain words have, for words that no list knows.
WORDISH = re.compile(
    r"[A-Z][a-z]+(?:ing|ed|ly|[ts]ions?|ments?|ness|i[sz]ed|able|ity|ous|ful|less|ism|ical|ally"
    r"|ates|i[sz]es|ists?|ances?|ences?|ology|ives?)$"
)

#: Of the suffixes, those that are also what such firms make.
WEAK_SUFFIXES = _words("""
    Management
    AI Devices Systems Networks Services Space Power Data Cloud Computing Security Energy Research
    Intelligence Software Solutions Digital Mobile Global International Health Materials Network
    Technology Games Interactive News Times Journal Post Review Weekly Exchange Markets Team Club
    Quantum Sciences Science Instruments Resources Assets Asset Finance Insurance Works Analytics
    Studio Media Mobility Dynamics Platforms Payments
""")

#: What people do whom headlines call by their office: "Co-Founder Departs".
_DEPARTURES = _words("""
    departs departed quits resigns resigned retires retired exits exited leaves steps stepped dies
    died testifies testified apologizes apologized admits admitted ousted defends defended urges
""")
#: Verbs as a headline writes them: "Huawei Released".
HEADLINE_ACTS = frozenset(word.capitalize() for word in ACTS | _DEPARTURES) - ORG_SUFFIXES

#: What may follow "&" in the name of a firm that no list knows.
PARTNERS = ORG_SUFFIXES | _words("Sons Company Daughters Cie Friends")
