"""The words that tell the kind of the name beside them; all of them are plain data."""

from __future__ import annotations

from factlint.mentions.name_words import TITLES


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Nouns that say what the name before or after them is: "startup X", "X, a maker of".
ORG_NOUNS = _words("""
    startup startups start-up start-ups company companies firm firms lab labs maker makers chipmaker
    automaker carmaker drugmaker giant giants unicorn investor investors fund funds bank banks
    group subsidiary unit provider providers developer publisher retailer manufacturer manufacturers
    supplier suppliers operator operators bank lender insurer broker brokerage exchange hyperscaler
    hyperscalers neocloud neoclouds rival rivals competitor competitors vendor vendors airline
    studio foundry fintech spinoff spin-off spinout conglomerate corporation agency regulator
    nonprofit non-profit consortium cooperative business brand challenger decacorn backer backers
    newcomer incumbent venture accelerator incubator university institute think-tank parent owner
    brands names acquirer buyer shareholder stakeholder employer outfit contractor specialist
""")
PRODUCT_NOUNS = _words("""
    model models chip chips chatbot app apps assistant processor processors accelerator accelerators
    platform robot robots browser tool tools agent agents software device devices smartphone phone
    phones headset wearable ring glasses framework library architecture supercomputer supercluster
    benchmark dataset API series family car SUV sedan rocket spacecraft satellite console
    game service feature plugin extension language database engine protocol token
    accelerators variant variants weights checkpoint
    stablecoin cryptocurrency coin wallet blockchain rollup client upgrade kernel compiler dataset
    datasets benchmarks leaderboard podcast newsletter show film movie novel book album song SDK IDE
    repo crate editor bot frameworks languages games services libraries
    tokens cryptocurrencies memecoin memecoins blockchains protocols plugins browsers chatbots
    laptop laptops tablet tablets
""")
#: Of these, what a firm is called as well that offers it: "Acme, a payment platform".
OFFERS = _words("""
    platform service services app network marketplace software game games assistant browser
    database engine tool tools solution system site sites
""")
PERSON_NOUNS = _words("""
    founder co-founder cofounder founders co-founders chairman chairwoman president director officer
    executive chief boss engineer researcher scientist professor analyst economist billionaire
    entrepreneur lawyer author journalist reporter senator governor minister mayor spokesman
    spokeswoman spokesperson colleague veteran chancellor secretary head partner
""")
PLACE_NOUNS = _words("city town state province county region country village district capital")

#: Products that the name of their maker goes before as well: "Lumo chips".
HARDWARE = _words("""
    chip chips Chip Chips GPU GPUs CPU CPUs cards card laptop laptops phone phones smartphone
    smartphones car SUV sedan robot robots devices device
""")
#: Right after a name, these are things one has of a product: "the X repo", "X users".
PRODUCT_TAILS = (
    PRODUCT_NOUNS
    | _words("""
    inference prompt prompts users repo repository SDK CLI APIs kernel kernels compiler runtime
    quants quantization checkpoints tokenizer tokenizers embeddings benchmarks leaderboard backend
    upgrade upgrades airdrop testnets devnet bridge rollup rollups hardfork explorer interpreter
    frontend server servers client plugin plugins extensions integration integrations endpoint
    endpoints support docs documentation tutorial tutorials wrapper workflow workflows wallet
    wallets mainnet testnet blockchain tokens coin contracts
    testing bindings module modules crate package packages libraries frameworks templates license
    licensing version versions codebase code syntax interface formats format datasets
    subscription subscriptions tier Model Models Dataset App Framework Benchmark Library Leaderboard
    Plugin Integration Protocol Token Chip Chips Phone Series Agents Kernels Testnet Mainnet bot
    bots optimizer layer layers attention
""")
) - HARDWARE
#: Right after a name, these are people and things that only an organisation has: "X shares".
ORG_TAILS = _words("""
    shares stock investors shareholders employees employee executives executive engineers engineer
    researchers researcher staff scientists scientist spokesperson spokesman spokeswoman founder
    founders co-founder co-founders cofounder cofounders boss chief chairman president analyst
    analysts economist subsidiary headquarters management earnings lawyers CEO CFO CTO COO CMO
    alumni alum chair
""") | (TITLES - _words("General Justice Attorney Principal Architect"))
#: What people gather for: its name is none of the four kinds.
EVENTS = _words("hackathon conference meetup summit workshop hackathons meetups event")
#: The acts only an organisation does: a vote for the kind.
ORG_ACTS = _words("""
    raised raises secured secures acquired acquires netted nets nabbed nabs bagged bags landed
    invested invests partnered employs merged posted filed generates generated unveiled unveils
    announced announces closed closes teamed competes snagged completed lands snags grabbed
    sues sued hires hired files partners acquiring bought buys employs employed
""")
#: What firms and people do, things hardly.
ACTOR_ACTS = _words("""
    highlighted highlights demonstrated said says launched launches releases released plans
    open-sourced agreed told denied declined
    confirmed reports reported published shared introduced introduces shipped
""")
#: How people speak, and firms and things do not.
SPEAKING = _words("""
    thinks tweeted tweets argues argued recalls recalled jokes joked jokingly asks asked believes
    replied quipped speculates speculated discusses inquires inquired questions questioned
    expresses expressed clarifies clarified mentions mentioned agrees disagrees complains
    complained comments commented wonders wondered quips muses mused remarks remarked humorously
    reflects interviewed recounts recommends laments
""")
#: What people do, and firms seldom.
PERSON_ACTS = _words("""
    wrote explained explains noted notes posted resigned married testified
    hosts hosted knows remembers admitted admits retired died praised
    describes joins joined co-founded observed suggested suggests
    stepped
""")
#: What only things do.
PRODUCT_ACTS = _words("""
    supports outperforms outperformed scores scored achieves achieved runs beats surpasses
    surpassed generates crashes allows enables lets handles powers costs uses requires
    compiles outputs produces delivers matches replaces lacks
""")
#: Verbs whose object is a thing: "using X", "released X".
USES = _words("""
    using run running runs install installing installed deploy deploying deployed fine-tune
    fine-tuned finetune finetuned finetuning fine-tuning prompt prompting download downloading
    released releases release launched launches launch unveiled unveils introduced introduces
    introducing open-sourced debuted debuts shipped ships ship quantized benchmarked via integrate
    integrating integrates use used uses try tried trying tested testing Introducing Using
    Released Releases Launches Launched Unveils Introduces Running via
""")
#: Verbs whose object is an organisation.
BUYS = _words("""
    acquire acquires acquired acquiring sued sues suing joined joining rejoined backing
    bankrolled
""")
#: What is done to a firm when it begins: "co-founded X".
FOUNDS = _words("founded co-founded cofounded founding co-founding")
#: What only a firm is called, right before its name.
STARTUPS = _words("startup start-up scaleup scale-up unicorn company firm spinout spin-off")
#: What meets a person: "interview with X", "written by X".
MEETINGS = _words("interview interviewed written authored narrated moderated penned co-wrote")
#: Before "at" or "of" a firm: "engineer at X", "CEO of X", "employees of X".
POSTS = (
    PERSON_NOUNS
    | ORG_TAILS
    | _words("""
    works worked working job team intern internship career employees stake shares investors
    acquisition purchase takeover customers parent subsidiary valuation position role engineers
    developer developers manager VP SVP managers employed hired designer lead
""")
    - _words("capital head")
)
#: Before "in": an investment in a firm.
STAKES = _words("invest invests invested investing investment investments stake stakes shares")
#: Before "in", "from", "near", "to": a place.
SEATS = _words("""
    based headquartered located office offices headquarters live lives lived living born factory
    factories plant plants campus meetup conference summit held raised flew traveled travelled
    moved relocated relocating arrived hub warehouse warehouses court hospital hospitals university
    lab labs hotel streets protests elections site resident residents citizens
""")
#: Before "of", "for", "to", "on", "with": what belongs to a product.
PARTS_OF_PRODUCTS = _words("""
    version versions fork support alternative alternatives built integration powered compatible
    ported trained users integrates compiled written benchmarked tested migrate migrated migrating
    implementation release launch port plugin plugins API wrapper instance instances capabilities
    performance inference weights documentation updates
""")
#: What a thing has: "X's weights".
PRODUCT_GOODS = _words("""
    API weights performance docs documentation context tokenizer UI UX accuracy benchmark parameters
    pricing output outputs interface architecture capabilities codebase syntax compiler runtime
    training inference latency speed features usability responses reasoning memory app version
    release launch successor
""")
#: What a person has.
PERSON_GOODS = _words("""
    wife husband talk essay tweet father mother remarks testimony
    speech keynote lecture tweets
    daughter son brother sister arrest resignation departure return hands
""")
#: What a firm has.
ORG_GOODS = _words("""
    CEO CFO CTO COO founder founders co-founder co-founders cofounder chief valuation share shares
    ICO stock revenue board investor investors shareholder shareholders funding IPO headquarters
    employees workforce customers backers Series latest earnings market lawyers lawyer executives
    engineers researchers staff profit profits sales balance business offices
""")

#: What firms do and give out, and people less.
ORG_DEEDS = _words("""
    findings research report announcement team lawsuit decision policy strategy plans rivals
    competitors deal deals acquisition clients researchers mission partnership engineers products
    customers platform
""")
#: Last words of the names of things.
PRODUCT_ENDS = _words("""
    Coin Token Protocol Chain Bench Benchmark Arena Agent Coder Assistant Dataset SDK API CLI App
    OS Wallet Studio Cloud Code Model Leaderboard Index Bot Copilot Browser Engine Framework Library
    Diffusion Transformer Compiler Kernel Playground Editor Player Watch Phone Pad Book Box Chat
    Search Image Voice Vision Stack Toolkit Plugin Extension IDE Drive Docs Sheets Maps Mode
    Workspace Pay Prime Music TV Marketplace Console Eval LLM VLM TTS Attention Server Desktop
    Actions Pages Workers Spaces Builder Suite Hub Platform Pro Max Mini Plus Ultra Lite Flash Turbo
    Nano Instruct Thinking Preview Opus Sonnet Haiku Watches Phones Connector Podcast Show
""")
#: Last words of the names of firms that are lines of business as well: "Cloud Computing".
FIELDS = _words("""
    Computing Robotics Analytics Security Finance Insurance Logistics Energy Mobility Biotech
    Genomics Diagnostics Photonics Healthcare Health Science Sciences Aviation Materials Payments
    Mining Manufacturing Biology Intelligence Consulting Communications Management Research
""")
#: Last words of the names of places.
PLACE_ENDS = _words("""
    City County Island Islands Valley River Lake Beach Bay Province Street Avenue Mountains Desert
    Peninsula Sea Ocean Hills Heights Park Airport Square District
""")
#: First words of the names of places.
PLACE_OPENS = _words("St St. Mt Mt. Fort Lake San Santa Los Las Port North South East West Saint")
#: Last words of the names of what is none of these.
OTHER_ENDS = _words("""
    Summit Conference Conf Meetup Awards Act Bill Festival Day Week Party Con Recap Asset Report
    Coefficient Changelog Effectiveness Hackathon Workshop Event Seminar Stock
""")
#: Endings glued to the names of things: "FooBench", "FooGPT".
THING_ENDINGS = (
    "GPT", "BERT", "Bench", "bench", "Coin", "Swap", "swap", "LM", "LLM", "VLM", "VL", "Coder",
    "Eval", "Arena", "DB", "SQL", "Script", "Kit", "OS", "CLI", "Diffusion", "former", "Former",
    "Quant", "Net", "net", "Chain", "JS", ".js", "Pad", "Phone", "Book", "RAG", "Attention",
    "Attn", "Moe", "MoE", "VLA", "Lang", "Chat", "Bot", "Agent", "UI", "API", "SDK", "IDE",
    "QA", "LoRA", "Llama", "CUDA", "Code", "Conv", "Infer", "Flow", "TTS", "Seek", "ERC", "DSL",
)  # fmt: skip
#: Endings glued to the names of events: "FooCon".
EVENT_ENDINGS = ("Con", "CON", "Conf", "Fest", "Summit", "Camp", "Week", "Days", "Hack")
#: Endings glued to the names of firms: "FooLabs".
FIRM_ENDINGS = (
    "Labs",
    "labs",
    "Works",
    "Soft",
    "Capital",
    "Bank",
    "Corp",
    "Tech",
    "Ventures",
    "News",
    "works",
    "soft",
)

#: What stands before the name of a market and says nothing of what is traded in it.
VAGUE_SIZES = _words("""
    global worldwide international overall total entire whole wider broader growing fast-growing
    burgeoning booming emerging nascent lucrative current new huge large massive vast enormous
    related
""")
#: With nothing but one of these, a market is any market, or one of another sort.
ANY_MARKETS = _words("""
    stock world national real cash bull bear labor labour job jobs housing target addressable
    public private secondary primary capital bond open free same home domestic local larger
    smaller second third largest
    biggest main key single one mass money equity ipo m&a debt credit financial customer market
    growth us u.s uk european american chinese asian indian german french japanese
""")
