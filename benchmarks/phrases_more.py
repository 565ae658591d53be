"""The words of generated documents in the four languages that only extraction is measured on."""

from __future__ import annotations

from benchmarks.phrases import LANGUAGES, Language

PORTUGUESE = Language(
    "pt",
    "{a} e {b} perante o futuro",
    (
        "{a} e {b} assinaram um memorando de entendimento sobre {topic} em {date}.",
        "{a} ratificou a {treaty} em {date}.",
        "{a} quer cooperar com {b} em matéria de {topic}.",
        "{a} pediu a {b} assistência técnica em {topic}.",
        "{a} e {b} acordaram reforçar a cooperação em {topic}.",
        "{a} coopera com {b} no domínio de {topic}.",
        "O {title} da {body_a}, {person}, falou depois das conversações.",
        "As pequenas empresas foram as mais atingidas no ano anterior.",
        "Os trabalhos começam nos próximos meses e duram dois anos.",
    ),
    (
        "Angola", "Moçambique", "Portugal", "Cabo Verde", "Marrocos", "Quénia", "Gana", "Togo",
        "Ruanda", "Espanha", "Estónia", "Senegal", "Namíbia", "Botsuana", "Timor-Leste",
    ),
    ("Agência Nacional de Cibersegurança de {}", "Autoridade Reguladora das Comunicações de {}"),
    (
        "cibersegurança", "cibercrime", "proteção de dados", "perícia digital",
        "troca de informações", "ciberdiplomacia",
    ),
    ("Convenção de Malabo", "Convenção de Budapeste"),
    ("diretor-geral", "diretor executivo", "diretor adjunto"),
    ("de janeiro de", "de fevereiro de", "de março de", "de abril de", "de maio de",
     "de junho de", "de julho de", "de agosto de", "de setembro de", "de outubro de",
     "de novembro de", "de dezembro de"),
)  # fmt: skip

SPANISH = Language(
    "es",
    "{a} y {b} ante el futuro",
    (
        "{a} y {b} firmaron un memorando de entendimiento sobre {topic} el {date}.",
        "{a} ratificó el {treaty} el {date}.",
        "{a} quiere cooperar con {b} en materia de {topic}.",
        "{a} pidió a {b} asistencia técnica en {topic}.",
        "{a} y {b} acordaron reforzar la cooperación en {topic}.",
        "{a} coopera con {b} en el ámbito de {topic}.",
        "El {title} de la {body_a}, {person}, habló después de las conversaciones.",
        "Las pequeñas empresas fueron las más afectadas el año anterior.",
        "Los trabajos empezarán en los próximos meses y durarán dos años.",
    ),
    (
        "España", "México", "Chile", "Ecuador", "Colombia", "Uruguay", "Marruecos", "Kenia",
        "Ghana", "Costa Rica", "Panamá", "Paraguay", "Estonia", "Ruanda", "Senegal",
    ),
    ("Agencia Nacional de Ciberseguridad de {}", "Autoridad de Telecomunicaciones de {}"),
    (
        "ciberseguridad", "ciberdelincuencia", "protección de datos", "informática forense",
        "intercambio de información", "ciberdiplomacia",
    ),
    ("Convenio de Budapest", "Convenio de Malabo"),
    ("director general", "director ejecutivo", "director adjunto"),
    ("de enero de", "de febrero de", "de marzo de", "de abril de", "de mayo de", "de junio de",
     "de julio de", "de agosto de", "de septiembre de", "de octubre de", "de noviembre de",
     "de diciembre de"),
)  # fmt: skip

ARABIC = Language(
    "ar",
    "{a} و{b} أمام المستقبل",
    (
        "وقعت {a} و{b} مذكرة تفاهم بشأن {topic} في {date}.",
        "صادقت {a} على {treaty} في {date}.",
        "تسعى {a} إلى التعاون مع {b} في مجال {topic}.",
        "طلبت {a} من {b} مساعدة فنية في {topic}.",
        "اتفقت {a} و{b} على تعزيز التعاون في مجال {topic}.",
        "تتعاون {a} مع {b} في مجال {topic}.",
        "وتحدث {title} {body_a} {person} بعد المحادثات.",
        "كانت الشركات الصغيرة الأكثر تضررا في العام السابق.",
        "ستبدأ الأعمال في الأشهر المقبلة وتستمر عامين.",
    ),
    (
        "مصر", "تونس", "الجزائر", "قطر", "عمان", "كينيا", "غانا", "رواندا", "السنغال", "إسبانيا",
        "إستونيا", "تركيا", "موريتانيا", "ليبيا", "الصومال",
    ),
    ("الهيئة الوطنية للأمن السيبراني في {}", "هيئة تنظيم الاتصالات في {}"),
    (
        "الأمن السيبراني", "الجرائم الإلكترونية", "حماية البيانات", "الأدلة الرقمية",
        "تبادل المعلومات", "بناء القدرات",
    ),
    ("اتفاقية بودابست", "اتفاقية مالابو"),
    ("مدير عام", "رئيس", "نائب رئيس"),
    ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
     "نوفمبر", "ديسمبر"),
)  # fmt: skip

RUSSIAN = Language(
    "ru",
    "{a} и {b} перед лицом будущего",
    (
        "{a} и {b} подписали меморандум о взаимопонимании в области {topic} {date} года.",
        "{a} ратифицировала {treaty} {date} года.",
        "{a} намерена сотрудничать в области {topic}, и {b} это приветствует.",
        "{a} и {b} договорились укреплять сотрудничество в области {topic}.",
        "{a} и {b} сотрудничают в области {topic}.",
        "{title} {person} выступил после переговоров, а {body_a} о них сообщила.",
        "Сильнее всего в прошлом году пострадали небольшие предприятия.",
        "Работы начнутся в ближайшие месяцы и продлятся два года.",
    ),
    (
        "Россия", "Сербия", "Намибия", "Кения", "Гана", "Руанда", "Эстония", "Испания", "Танзания",
        "Индия", "Турция", "Замбия", "Нигерия", "Бразилия", "Монголия",
    ),
    ("Служба связи ({})", "Комиссия по защите данных ({})"),
    (
        "кибербезопасности", "борьбы с киберпреступностью", "защиты данных",
        "цифровой криминалистики", "обмена информацией",
    ),
    ("Будапештскую конвенцию", "Конвенцию Малабо"),
    ("Генеральный директор", "Исполнительный директор", "Заместитель директора"),
    ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
     "октября", "ноября", "декабря"),
)  # fmt: skip

EVERY_LANGUAGE = (*LANGUAGES, PORTUGUESE, SPANISH, ARABIC, RUSSIAN)
