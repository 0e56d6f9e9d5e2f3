"""The vocabulary of owners: titles, posts, people, bodies and their business. Data, apart from the code that reads it."""

from __future__ import annotations

from typing import Final

HONORIFICS: Final = frozenset(
    "cllr cllrs councillor councillors cr mr mrs ms miss mx dr prof professor sir dame lord lady rev revd"
    " reverend baroness sgt supt insp".split()
)

SERVICE_RANKS: Final = frozenset("sgt supt insp sergeant superintendent inspector constable pcso".split())
"""Ranks, which are somebody's title before a name, and a post before or behind what that answers for."""

LETTERED_RANKS: Final = frozenset("PC PCSO PS DC DS DI DCI DSU".split())
"""Ranks of the police by their letters, which are a title before a surname."""

RANK_OPENERS: Final = frozenset("ch chief det detective temp temporary acting t a".split())
"""Words before a rank (`Ch Insp`, `Det Sgt`, `T/Insp`)."""

ABBREVIATED: Final = frozenset(
    "hon asst assoc dep dir snr jnr sr jr mgr offr exec gen sec div corp ch hsg env prog proj fin tech op ops comms"
    " prin princ sub dev int mgt mgmt strat admin edu educ psych soc wkr co-ord supt insp".split()
)
"""Words of posts and bodies cut short: a full stop behind one ends nothing."""

COUNCILLORS: Final = frozenset("cllr cllrs councillor councillors cr".split())

COUNCILLORS_POSTS: Final = frozenset("holder member mayor leader chair chairman champion".split())
"""The nouns of posts that councillors hold."""

SEATS: Final = frozenset("ward local parish town district county borough city division".split())
"""What a councillor sits for or on, before the title (`Ward Cllr Bird`)."""

TITLES: Final = frozenset("cllrs councillors drs messrs professors profs".split())
"""Titles in the plural, which go before each of the names after them."""

SERVED: Final = frozenset(
    "adults carers children families men parents patients people persons pupils residents students those women youngsters".split()
)
"""Whom a service is for: `with` behind one of them says of what kind they are (`Children with Disabilities Team`)."""

PREPOSITIONS: Final = frozenset("of for to in at on".split())
SMALL_WORDS: Final = frozenset("and the a an with by or & from".split())

CONNECTIVES: Final = frozenset(
    {"and", "with", "then", "or", "plus", "also", "by", "to", "for", "from", "the", "of", "is", "are"}
)
"""Words that join one owner to another, and say nothing that can be lost."""

PARTICLES: Final = frozenset(
    "van von der den de del della di da du la le ter ten bin ibn al el st ap".split()
)

POSITIONS: Final = frozenset(
    "accountant adviser advisor advocate agent administrator ambassador analyst apprentice architect assistant auditor"
    " bursar buyer cabinet-member caretaker ceo cfo chair chairman chairperson chairwoman champion chief cleaner clerk coach"
    " commissioner consultant controller convener cook coordinator co-ordinator councillor counsel dcs dean deputy designer"
    " developer director doctor ecologist editor engineer examiner executive facilitator governor handyman head headteacher"
    " holder housekeeper inspector instructor lawyer lead leader lecturer librarian link manager mayor member mentor minister"
    " monitor moderator nurse officer organiser owner paediatrician partner person planner practitioner president principal"
    " psychologist ranger receptionist registrar representative rep scheduler scientist secretary senco sendco solicitor"
    " specialist sponsor statistician superintendent supervisor surveyor teacher technician therapist trainer treasurer"
    " trustee tutor visitor warden worker writer broker caseworker counsellor driver escort gp interpreter keyworker mediator"
    " midwife navigator physio physiotherapist professional provider steward supplier contractor mgr dir coord offr asst"
    " keeper sister guardian paramedic firefighter commander cmdr anaesthetist obstetrician dentist surgeon physician pathologist radiologist audiologist"
    " podiatrist psychiatrist hygienist economist strategist epidemiologist invigilator archivist beekeeper constable curator dietitian gardener groundskeeper harbourmaster conservator captain groundsman groundswoman operator conductor restorer matron optometrist pharmacist"
    " radiographer referee returning-officer sergeant sexton stockman teller verger veterinarian vicar".split()
)
"""The nouns of posts: a phrase that ends with one, or goes on from it with `of` or `for`, is a role."""

ALONE: Final = frozenset(
    "ht dht dsl bursar chair chairman chairperson clerk governors head headteacher heads mayor parents schools senco sencos"
    " sendco staff trustees treasurer warden caretaker secretary".split()
)
"""Posts and people that need no word before them: two side by side are two."""

WRAPPED: Final = frozenset(
    "manager officer coordinator co-ordinator adviser advisor administrator assistant leader specialist supervisor"
    " practitioner analyst worker representative".split()
)
"""Posts that say nothing without a word before them: alone on a line they end the line above."""

OPENERS: Final = frozenset(
    "head director chair chief manager lead leader deputy clerk officer secretary dir mgr member holder".split()
)
"""Posts that a subject can follow without `of` (`Director Social Work`)."""

RANKS: Final = frozenset(
    "assistant associate deputy interim acting joint group chief executive corporate strategic senior principal head"
    " director directors manager managers lead leader officer team service services of portfolio holder cabinet member area"
    " regional divisional general operational programme project asst assoc dep snr dir mgr exec".split()
)
"""The words of a rank, which says nothing of the business that it is for (`Assistant Director`)."""

RANK_LETTERS: Final = frozenset("AD DD HoS HOS".split())
"""Ranks by their letters, where their subject follows (`AD Education`); alone they may be a person."""

SUBJECT_LETTERS: Final = RANK_LETTERS | frozenset("AM GM SM WM CM TM ACO ACFO DCFO ACC DCC ACEO DCEO".split())
"""The same and managers by their letters (`GM Fleet`), which before anything else are somebody's initials."""

SUBJECT_TAKERS: Final = frozenset(
    "director directors head holder lead leader manager managers member officer service services".split()
)
"""The last words of a rank that its subject can follow behind a comma (`Portfolio Holder, Education`)."""

PEOPLE: Final = frozenset(
    f"{post}{'es' if post.endswith('ch') else 's'}" for post in POSITIONS - {"chief", "counsel", "person"}
) | frozenset(
    "all carers chiefs citizens clinicians cllrs colleagues contractors deputies employers everyone families households"
    " landlords parents professionals providers pupils residents secretaries settings staff stakeholders students suppliers"
    " tenants volunteers friends sisters crews unions".split()
)
"""People in the plural, who own things together."""

BODIES: Final = frozenset(
    "academies academy agencies agency alliance association associations authorities authority board boards"
    " body assoc band choir icb icbs ics icp diocese crew guild league borough bureau business businesses cabinet ccg ccgs centre charity clinic club cluster college colleges cttee"
    " commission committee committees community company consortium constabulary corporation council councils court"
    " department departments directorate directorates division education england executive faculty federation"
    " firm force ft forum forums foundation fund government group groups health hospital hub inc institute"
    " leadership legal limited ltd ministry network networks nhs nursery office organisation organisations"
    " ofsted panel panels room rooms parish parliament partnership partnerships pharmacy police practice practices programme"
    " project provider school schools secretariat sector sub service services society squad surgery taskforce team"
    " teams trust trusts union unit units university workgroup ward works working".split()
)
"""The nouns of bodies: a phrase that ends with one is a body."""

PARTS: Final = frozenset(
    "department directorate division office section service services team teams unit".split()
)
"""The nouns of what a body is made of: a rank before one is the rank of somebody in it."""

SUBJECTS: Final = frozenset(
    "academic access settings accommodation accountancy active additional adult adults advice alternative area areas arts"
    " assessment asset assets attendance audit autism benefits building buildings business capital care careers"
    " central change children children's childrens civic climate clinical commercial commissioning communication"
    " communications communities community complaints complex compliance conservation construction consulting contract"
    " contracts control corporate county crime culture customer customers data debt delivery democratic design"
    " development digital disability disabilities district early economic economy education educational elections"
    " emergency employment energy engagement enforcement engineering enterprise environment environmental equality"
    " equalities estates events exclusions experience external facilities families family field finance financial"
    " fire first fleet food foster fostering further future governance green growth health help heritage high"
    " highways home homelessness homes household housing human improvement inclusion inclusive income industry"
    " information infrastructure innovation insight inspection insurance intelligence internal international"
    " investment joint key land language law learning legal leisure libraries library licensing life light lighting local"
    " maintenance management market marketing media medical mental migration museums national natural needs"
    " network neighbourhood neighbourhoods new north nursing occupational offer offending operational operations"
    " organisational outcomes outreach parent parental parking parks partnership partnerships payments pensions people"
    " people's performance placement placements planning play policy post practice premises prevention primary"
    " procurement product programme project projects property protection provision psychology public pupil"
    " pupils quality reading recovery recreation recycling regeneration registration regulatory research"
    " rescue resilience resource resources response responsible revenue revenues risk road roads rural school safeguarding safer safety"
    " schools scrutiny secondary security senior services short skills social south special speech sport sports"
    " standards statistics statutory strategic strategy street streets student support task sustainability"
    " sustainable system systems taxation technical technology therapy tourism town towns trading traffic training"
    " transformation transition transport travel trees tree urban visiting voluntary waste water welfare wellbeing well-being west"
    " comms dev ops east wider women work workforce working world young youth".split()
)
"""Words of councils' business: no person is named by two of them."""

SURNAMES: Final = frozenset(
    "bishop board cook day dean east field foster gardener green head high keeper law leader mayor north parish police"
    " porter proctor provost ranger road school service short south steward street teller town warden water waters west"
    " young".split()
)
"""Words of councils' business that are many people's surnames."""

GENERIC: Final = frozenset("additional first further high joint key new post".split())
"""Words of business that name none without a capital (`new post`)."""

FIELDS: Final = frozenset("business community education health leadership legal".split())
"""Fields of business that are bodies, too, where they stand alone (`Health`, `GB and Education`)."""

COMPANIONS: Final = frozenset(
    "care crime finish od rescue safety skills voluntary wellbeing well-being".split()
)
"""Fields that seldom stand without the one before *and* (`Health and Safety`, `Fire and Rescue`)."""

DEPARTMENTS: Final = frozenset(
    "HR IT ICT OD QA PR FM PMO SEN SEND EHC NHS LA ICB ICS CCG PE RE DT MFL PSHE RSE EYFS EAL".split()
)
"""Capitals that are a department or a body, and so are never taken for a person."""

POST_LETTERS: Final = frozenset("CEX HT DHT AHT DSL DDSL TA EP PA EO BP".split())
"""Posts by their letters: what stands behind one may be its holder, and no one is a person's initials."""

HELD: Final = POST_LETTERS | {"PM", "SRO"}
"""Letters of a post, where a name behind a sign shows that they are nobody's initials."""
AROUND: Final = frozenset("district districts environs surrounds villages".split())
"""What lies around a place that a body is named after."""
LETTERED: Final = POST_LETTERS | RANK_LETTERS
"""Posts and ranks by their letters."""

SERVICES: Final = frozenset("HR IT ICT QA PR FM PMO NHS LA ICB ICS CCG".split())
"""Those of them that are one of their own beside another (`HR and IT` are two)."""

BESIDE_SERVICES: Final = COMPANIONS | frozenset(
    "digital marketing payroll recruitment systems training".split()
)
"""Fields that are one with the letters of a department before *and* (`IT & Digital`)."""

AUTHORITIES: Final = frozenset("NHS LA ICB ICS CCG DfE DHSC NHSE".split())
"""Bodies by their letters: no business of a post's."""

OFFICES: Final = frozenset(
    "board commission committee department directorate division faculty institute ministry office school"
    " section service subcommittee sub-committee taskforce unit".split()
)
"""The nouns of bodies that name their business behind them (`Department for Roads and Bridges`)."""

NAMED: Final = frozenset(
    "academy association borough charity church clinic club college company constabulary council federation foundation"
    " hospital hub ltd limited school trust union university".split()
)
"""The nouns of bodies that a name of their own goes before (`Kite Trust`): no list of business ends in one."""

OF_PLACES: Final = frozenset("icb ics icp ccg nhs diocese police constabulary".split())
"""Bodies that are named after the places that they are for, be these two."""

SCHOOLS: Final = frozenset(
    "primary infant infants junior juniors secondary high grammar prep preschool".split()
)
"""What the name of a school ends with where it goes without the word."""

FIRMS: Final = frozenset(
    "llp llc plc ltd limited associates solicitors partners co architects consulting consultants surveyors sons".split()
)
"""What a firm's name ends with, be there several partners before it."""

VACANT: Final = frozenset({"vacant", "vacancy", "vacant post", "currently vacant", "post vacant"})
"""What says that a post has nobody: the post itself may stand in brackets behind."""

NOBODY: Final = frozenset(
    "tbc tba tbd n/a na none nil - -- – — ? ?? … ... . nobody blank vacant".split()
) | frozenset(
    {
        "not applicable", "not known", "unknown", "not assigned", "unassigned", "no owner", "vacant post", "currently vacant", "post vacant", "vacancy",
        "to be confirmed", "to be agreed", "to be appointed", "to be allocated", "to be assigned", "to be advised",
        "new post", "new appointment", "new role", "recruiting", "recruitment", "no-one", "no one", "not yet agreed", "not yet known",
        "to follow", "under recruitment", "to be determined", "to be decided", "to be identified", "to be named", "to be recruited",
        "awaiting appointment", "owner tbc", "lead tbc", "owner to be confirmed", "lead to be confirmed",
    }
)  # fmt: skip

REFERENCES: Final = frozenset(
    {"red", "amber", "green", "high", "medium", "low", "yes", "no", "ditto", "as above", "see above", "same as above", "same", "as before", "as previous", "all of the above",
     "as below", "see below", "see notes", "various", "other"}
)  # fmt: skip
"""Words that point elsewhere: no owner stands here."""
