"""The words that generated documents are made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """Sentence patterns of a language and what fills them; `bodies` have a place for a country."""

    code: str
    headline: str
    patterns: tuple[str, ...]
    countries: tuple[str, ...]
    bodies: tuple[str, ...]
    topics: tuple[str, ...]
    treaties: tuple[str, ...]
    titles: tuple[str, ...]
    months: tuple[str, ...]


COUNTRIES = (
    "Kenya", "Ghana", "Rwanda", "Nigeria", "Morocco", "Uganda", "Senegal", "Estonia", "France",
    "Tanzania", "Singapore", "Brazil", "India", "Japan", "Germany", "Canada", "Togo", "Botswana",
    "Mozambique", "Zambia", "Malawi", "Namibia", "Mauritius", "Benin", "Mali", "Niger", "Chad",
    "Gabon", "Cameroon", "Egypt", "Tunisia", "Algeria", "Ethiopia", "Angola", "Lesotho",
    "Madagascar", "Burundi", "Liberia", "Australia", "Austria", "Belgium", "Bulgaria", "Chile",
    "Colombia", "Croatia", "Cyprus", "Denmark", "Ecuador", "Fiji", "Finland", "Greece", "Hungary",
    "Iceland", "Indonesia", "Ireland", "Israel", "Italy", "Jamaica", "Kazakhstan", "Latvia",
    "Lithuania", "Luxembourg", "Malaysia", "Malta", "Mexico", "Mongolia", "Nepal", "Norway",
    "Oman", "Panama", "Peru", "Poland", "Portugal", "Qatar", "Romania", "Serbia", "Slovakia",
    "Slovenia", "Spain", "Sweden", "Switzerland", "Thailand", "Tonga", "Ukraine", "Uruguay",
)  # fmt: skip

FIRST_NAMES = (
    "Asha", "Brian", "Chloe", "Daniel", "Esther", "Felix", "Grace", "Hassan", "Irene", "Jonas",
    "Khadija", "Lucas", "Miriam", "Nathan", "Olivia", "Peter", "Rachel", "Samuel", "Teresa",
    "Victor", "Wanjiru", "Yusuf", "Zainab", "Amina", "Boniface", "Clara", "David", "Elena",
)  # fmt: skip

LAST_NAMES = (
    "Abbot", "Baraka", "Castell", "Diallo", "Ekwueme", "Farah", "Gathoni", "Hollis", "Ibekwe",
    "Jimenez", "Kiptoo", "Lindqvist", "Mbeki", "Njoroge", "Okello", "Petrov", "Quartey", "Rossi",
    "Sarr", "Tembo", "Udall", "Vidal", "Wekesa", "Yeboah", "Zulu", "Achieng", "Boateng", "Cisse",
    "Duarte", "Eriksen", "Fofana", "Gyasi", "Haidara", "Issaka", "Juma", "Kamara", "Lungu",
    "Moyo", "Nkosi", "Ouma", "Phiri", "Ramos", "Simba", "Traore", "Uwase", "Vargas", "Wilmot",
    "Zongo", "Adeyemi", "Bello", "Chanda", "Dogan", "Essien", "Fall", "Garang", "Hamadi",
)  # fmt: skip

ENGLISH = Language(
    "en",
    "{a} and {b} look at {topic}",
    (
        "{body_a} signed a memorandum of understanding on {topic} with {body_b} on {date}.",
        "{a} and {b} signed an agreement on {topic} on {date}.",
        "{person}, {title} of the {body_a}, spoke after the talks.",
        "{a} ratified the {treaty} on {date}.",
        "{a} asked {b} for help with {topic}.",
        "{a} wants to cooperate with {b} on {topic}.",
        "{a} and {b} agreed to cooperate on {topic}.",
        "{b} trained police officers from {a} in {topic} in {year}.",
        "{b} hosted the {a} Regional Cyber Security Forum on {date}.",
        "{b} has not ratified the {treaty}.",
        "Observers noted that small offices had been hit hardest in the year before.",
        "The work is to begin in the coming months and will be reviewed once a year.",
    ),
    COUNTRIES,
    (
        "Communications Authority of {}", "Cyber Security Authority of {}",
        "Ministry of Justice of {}", "National Police of {}", "Ministry of Interior of {}",
        "Data Protection Commission of {}", "Ministry of Communications of {}",
        "Financial Intelligence Agency of {}",
    ),
    (
        "digital forensics", "incident response", "data protection", "information sharing",
        "cybercrime", "online fraud", "critical infrastructure", "electronic evidence",
        "child online protection", "capacity building", "cyber diplomacy",
    ),
    ("Malabo Convention", "Budapest Convention", "United Nations Convention against Cybercrime"),
    ("Director-General", "Executive Director", "Deputy Director", "Chairperson"),
    ("January", "February", "March", "April", "May", "June", "July", "August", "September",
     "October", "November", "December"),
)  # fmt: skip

FRENCH = Language(
    "fr",
    "Le {a} et le {b} face à l'avenir",
    (
        "Le {a} et le {b} ont signé un mémorandum d'entente sur la {topic} le {date}.",
        "Le {a} a ratifié la {treaty} le {date}.",
        "Le {a} souhaite coopérer avec le {b} en matière de {topic}.",
        "Le {a} a demandé au {b} une assistance technique.",
        "Le {a} et le {b} ont convenu de renforcer leur coopération en matière de {topic}.",
        "Le {a} coopère avec le {b} dans le domaine de la {topic}.",
        "Le {title} de l'{body_a}, {person}, a parlé après les entretiens.",
        "Les petites entreprises avaient été les plus touchées l'année précédente.",
        "Les travaux commenceront dans les prochains mois et dureront deux ans.",
    ),
    (
        "Sénégal", "Togo", "Maroc", "Rwanda", "Bénin", "Ghana", "Kenya", "Mali", "Niger", "Tchad",
        "Gabon", "Cameroun", "Nigeria", "Mozambique", "Botswana", "Brésil", "Canada", "Japon",
        "Chili", "Pérou", "Portugal", "Danemark", "Luxembourg", "Mexique", "Burundi",
    ),
    (
        "Agence nationale de la cybersécurité du {}", "Autorité de régulation du {}",
        "Agence de protection des données du {}",
    ),
    (
        "criminalistique numérique", "protection des données", "cybercriminalité",
        "cyberdéfense", "cyberdiplomatie", "sensibilisation",
    ),
    ("Convention de Malabo", "Convention de Budapest"),
    ("directeur général", "directeur exécutif", "directeur adjoint"),
    ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
     "octobre", "novembre", "décembre"),
)  # fmt: skip

SWAHILI = Language(
    "sw",
    "{a} na {b} zatazama mbele",
    (
        "{a} na {b} zimesaini hati ya makubaliano kuhusu {topic} tarehe {date}.",
        "Serikali ya {a} imeridhia {treaty} tarehe {date}.",
        "{a} imeomba msaada wa kiufundi kutoka {b}.",
        "{a} inataka kushirikiana na {b} katika {topic}.",
        "{a} na {b} zimekubaliana kushirikiana kuhusu {topic}.",
        "{a} inashirikiana na {b} katika {topic}.",
        "{title} wa {body_a}, Dkt. {person}, alisema hayo.",
        "Mkutano wa usalama wa mtandao ulifanyika nchini {b} tarehe {date}.",
        "Biashara ndogo ndizo zilizoathirika zaidi mwaka uliopita.",
    ),
    (
        "Kenya", "Tanzania", "Uganda", "Rwanda", "Burundi", "Ghana", "Nigeria", "Zambia", "Malawi",
        "Namibia", "Botswana", "Senegal", "Togo", "Msumbiji", "Misri", "Afrika Kusini",
    ),
    ("Mamlaka ya Mawasiliano {}", "Wizara ya Mambo ya Ndani ya {}", "Tume ya TEHAMA ya {}"),
    (
        "ulinzi wa data", "kubadilishana taarifa", "uhalifu wa mtandao", "uchunguzi wa kidijitali",
        "mafunzo", "miundombinu muhimu",
    ),
    ("Mkataba wa Malabo", "Mkataba wa Budapest"),
    ("Mkurugenzi Mkuu", "Mkurugenzi Mtendaji", "Naibu Mkurugenzi"),
    ("Januari", "Februari", "Machi", "Aprili", "Mei", "Juni", "Julai", "Agosti", "Septemba",
     "Oktoba", "Novemba", "Desemba"),
)  # fmt: skip

LANGUAGES = (ENGLISH, FRENCH, SWAHILI)
