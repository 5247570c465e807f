"""The beginning of an article in many languages, and the encodings that it may come in."""

TEXTS = {
    "ru": (
        (
            "Министр заявил в пятницу, что переговоры о зерне продолжаются, и опроверг "
            "сообщения о том, что договорённость уже достигнута. По его словам, суда стоят в "
            "порту с начала недели, а владельцы груза ждут разрешения. Наблюдатели считают, что "
            "решение примут не раньше осени. Представитель компании отказался отвечать на "
            "вопросы о цене и сроках поставки."
        ),
        ("cp1251", "koi8_r", "iso8859_5", "cp866", "mac_cyrillic"),
    ),
    "uk": (
        (
            "Міністр заявив у п’ятницю, що переговори про зерно тривають, і спростував "
            "повідомлення про те, що домовленості вже досягнуто. За його словами, судна стоять "
            "у порту з початку тижня, а власники вантажу чекають дозволу. Спостерігачі "
            "вважають, що рішення ухвалять не раніше осені. Її ґрунтовні докази їм невідомі."
        ),
        ("cp1251", "koi8_u"),
    ),
    "bg": (
        (
            "Министърът заяви в петък, че преговорите за зърното продължават, и отрече "
            "съобщенията, че вече е постигнато споразумение. По думите му корабите стоят в "
            "пристанището от началото на седмицата, а собствениците на товара чакат разрешение. "
            "Наблюдателите смятат, че решението ще бъде взето най-рано през есента."
        ),
        ("cp1251",),
    ),
    "pl": (
        (
            "Minister oświadczył w piątek, że rozmowy o zbożu trwają, i zaprzeczył "
            "doniesieniom, jakoby porozumienie było już gotowe. Według niego statki stoją w "
            "porcie od początku tygodnia, a właściciele ładunku czekają na zgodę. Obserwatorzy "
            "sądzą, że decyzja zapadnie najwcześniej jesienią. Spółka nie odpowiedziała na "
            "pytania o cenę."
        ),
        ("cp1250", "iso8859_2"),
    ),
    "cs": (
        (
            "Ministr v pátek prohlásil, že jednání o obilí pokračují, a popřel zprávy, že "
            "dohoda už byla uzavřena. Podle něj lodě stojí v přístavu od začátku týdne a "
            "majitelé nákladu čekají na povolení. Pozorovatelé se domnívají, že rozhodnutí "
            "padne nejdříve na podzim. Mluvčí společnosti odmítl odpovědět na otázky o ceně."
        ),
        ("cp1250", "iso8859_2"),
    ),
    "hu": (
        (
            "A miniszter pénteken közölte, hogy a gabonáról szóló tárgyalások folytatódnak, és "
            "cáfolta azokat a híreket, amelyek szerint már megszületett a megállapodás. "
            "Szerinte a hajók a hét eleje óta a kikötőben állnak, a rakomány tulajdonosai pedig "
            "engedélyre várnak. A megfigyelők úgy vélik, hogy döntés legkorábban ősszel "
            "születik. Az elnök szűkszavúan nyilatkozott a költségekről."
        ),
        ("cp1250", "iso8859_2"),
    ),
    "ro": (
        (
            "Ministrul a declarat vineri că negocierile privind cerealele continuă şi a "
            "dezminţit ştirile potrivit cărora s-a ajuns deja la o înţelegere. Potrivit "
            "acestuia, navele stau în port de la începutul săptămânii, iar proprietarii "
            "încărcăturii aşteaptă autorizaţia. Observatorii cred că decizia va fi luată cel "
            "mai devreme la toamnă."
        ),
        ("cp1250", "iso8859_2"),
    ),
    "hr": (
        (
            "Ministar je u petak izjavio da se pregovori o žitu nastavljaju i opovrgnuo vijesti "
            "da je sporazum već postignut. Prema njegovim riječima brodovi stoje u luci od "
            "početka tjedna, a vlasnici tereta čekaju dopuštenje. Promatrači smatraju da će "
            "odluka biti donesena najranije na jesen. Glasnogovornik tvrtke nije želio "
            "odgovoriti na pitanja o cijeni."
        ),
        ("cp1250", "iso8859_2"),
    ),
    "tr": (
        (
            "Bakan cuma günü yaptığı açıklamada tahıl görüşmelerinin sürdüğünü söyledi ve "
            "anlaşmaya varıldığı yönündeki haberleri yalanladı. Ona göre gemiler hafta başından "
            "beri limanda bekliyor, yükün sahipleri ise izin bekliyor. Gözlemciler kararın en "
            "erken sonbaharda çıkacağını düşünüyor. Şirketin sözcüsü fiyatla ilgili soruları "
            "yanıtlamadı."
        ),
        ("cp1254", "iso8859_9"),
    ),
    "de": (
        (
            "Der Minister erklärte am Freitag, die Gespräche über das Getreide gingen weiter, "
            "und wies Berichte zurück, eine Übereinkunft sei schon erreicht. Seinen Worten nach "
            "liegen die Schiffe seit Anfang der Woche im Hafen, und die Eigentümer der Ladung "
            "warten auf eine Genehmigung. Beobachter glauben, dass frühestens im Herbst "
            "entschieden wird. Für größere Mengen müsse man später zahlen."
        ),
        ("cp1252", "iso8859_1", "iso8859_15"),
    ),
    "fr": (
        (
            "Le ministre a déclaré vendredi que les négociations sur les céréales se "
            "poursuivaient et a démenti les informations selon lesquelles un accord était déjà "
            "conclu. Selon lui, les navires sont à quai depuis le début de la semaine et les "
            "propriétaires de la cargaison attendent une autorisation. Les observateurs pensent "
            "que la décision ne sera pas prise avant l'été où l'automne, à moins d'un incident "
            "grâce auquel tout irait très vite."
        ),
        ("cp1252", "iso8859_1", "iso8859_15"),
    ),
    "es": (
        (
            "El ministro declaró el viernes que las negociaciones sobre el grano continúan y "
            "desmintió las informaciones según las cuales ya se había alcanzado un acuerdo. "
            "Según él, los buques están en el puerto desde principios de semana y los dueños de "
            "la carga esperan una autorización. Los observadores creen que la decisión no "
            "llegará antes del otoño. ¿Quién pagará los daños? Mañana responderá la compañía."
        ),
        ("cp1252", "iso8859_1"),
    ),
    "pt": (
        (
            "O ministro declarou na sexta-feira que as negociações sobre os cereais continuam e "
            "desmentiu as notícias de que já havia um acordo. Segundo ele, os navios estão no "
            "porto desde o início da semana e os donos da carga esperam uma autorização. Os "
            "observadores acreditam que a decisão não será tomada antes do outono. A questão é "
            "saber quem pagará os prejuízos à empresa."
        ),
        ("cp1252", "iso8859_1"),
    ),
    "sv": (
        (
            "Ministern sade på fredagen att samtalen om spannmålet fortsätter och förnekade "
            "uppgifterna om att en överenskommelse redan har nåtts. Enligt honom har fartygen "
            "legat i hamnen sedan början av veckan, och ägarna till lasten väntar på tillstånd. "
            "Bedömare tror att beslutet kommer tidigast i höst. Företagets talesperson ville "
            "inte svara på frågor om priset."
        ),
        ("cp1252", "iso8859_1"),
    ),
    "da": (
        (
            "Ministeren sagde fredag, at forhandlingerne om kornet fortsætter, og afviste "
            "meldinger om, at en aftale allerede er på plads. Ifølge ham har skibene ligget i "
            "havnen siden begyndelsen af ugen, og ejerne af lasten venter på tilladelse. "
            "Iagttagere tror, at afgørelsen tidligst falder til efteråret. Både køberne og "
            "sælgerne frygter store tab."
        ),
        ("cp1252", "iso8859_1"),
    ),
    "lt": (
        (
            "Ministras penktadienį pareiškė, kad derybos dėl grūdų tęsiasi, ir paneigė "
            "pranešimus, esą susitarimas jau pasiektas. Pasak jo, laivai uoste stovi nuo "
            "savaitės pradžios, o krovinio savininkai laukia leidimo. Stebėtojai mano, kad "
            "sprendimas bus priimtas ne anksčiau kaip rudenį. Įmonės atstovas atsisakė atsakyti "
            "į klausimus apie kainą."
        ),
        ("cp1257", "iso8859_13"),
    ),
    "lv": (
        (
            "Ministrs piektdien paziņoja, ka sarunas par graudiem turpinās, un noliedza ziņas, "
            "ka vienošanās jau panākta. Pēc viņa vārdiem, kuģi ostā stāv kopš nedēļas sākuma, "
            "bet kravas īpašnieki gaida atļauju. Novērotāji uzskata, ka lēmums tiks pieņemts ne "
            "agrāk kā rudenī. Uzņēmuma pārstāvis atteicās atbildēt uz jautājumiem par cenu."
        ),
        ("cp1257",),
    ),
    "el": (
        (
            "Ο υπουργός δήλωσε την Παρασκευή ότι οι διαπραγματεύσεις για τα σιτηρά συνεχίζονται "
            "και διέψευσε τις πληροφορίες ότι η συμφωνία έχει ήδη επιτευχθεί. Σύμφωνα με τον "
            "ίδιο, τα πλοία βρίσκονται στο λιμάνι από την αρχή της εβδομάδας και οι ιδιοκτήτες "
            "του φορτίου περιμένουν άδεια. Οι παρατηρητές πιστεύουν ότι η απόφαση θα ληφθεί το "
            "φθινόπωρο."
        ),
        ("cp1253", "iso8859_7"),
    ),
    "he": (
        (
            "השר הודיע ביום שישי כי השיחות על התבואה נמשכות, והכחיש את הידיעות שלפיהן כבר הושג "
            "הסכם. לדבריו האוניות עומדות בנמל מתחילת השבוע, ובעלי המטען ממתינים לאישור. משקיפים "
            "סבורים שההחלטה תתקבל לכל המוקדם בסתיו. דובר החברה סירב לענות על שאלות בדבר המחיר."
        ),
        ("cp1255", "iso8859_8"),
    ),
    "ar": (
        (
            "قال الوزير يوم الجمعة إن المحادثات بشأن الحبوب مستمرة ونفى الأنباء التي تحدثت عن "
            "التوصل إلى اتفاق. وأضاف أن السفن راسية في الميناء منذ بداية الأسبوع وأن أصحاب "
            "الشحنة ينتظرون الإذن. ويرى مراقبون أن القرار لن يصدر قبل الخريف. ورفض المتحدث باسم "
            "الشركة الرد على أسئلة تتعلق بالسعر."
        ),
        ("cp1256", "iso8859_6"),
    ),
    "th": (
        (
            "รัฐมนตรีกล่าวเมื่อวันศุกร์ว่าการเจรจาเรื"
            "่องธัญพืชยังดำเนินต่อไป และปฏิเสธข่าวที่"
            "ว่าได้บรรลุข้อตกลงแล้ว เขากล่าวว่าเรือจอ"
            "ดอยู่ที่ท่าเรือตั้งแต่ต้นสัปดาห์ และเจ้า"
            "ของสินค้ากำลังรอใบอนุญาต ผู้สังเกตการณ์เ"
            "ชื่อว่าจะมีการตัดสินใจในฤดูใบไม้ร่วง"
        ),
        ("cp874", "tis_620"),
    ),
    "ja": (
        (
            "大臣は金曜日、穀物をめぐる協議は続いていると述べ、すでに合意に達したとの報道を否"
            "定した。大臣によると、船は週の初めから港に停泊しており、荷主は許可を待っている。"
            "専門家は、決定は早くても秋になるとみている。会社の広報担当者は価格についての質問"
            "に答えなかった。"
        ),
        ("cp932", "euc_jp", "iso2022_jp", "shift_jis"),
    ),
    "ko": (
        (
            "장관은 금요일 곡물 협상이 계속되고 있다고 밝히고 이미 합의에 이르렀다는 "
            "보도를 부인했다. 그에 따르면 선박은 주초부터 항구에 머물고 있으며 화물 "
            "주인들은 허가를 기다리고 있다. 관측통들은 결정이 빨라야 가을에 나올 "
            "것으로 보고 있다. 회사 대변인은 가격에 관한 질문에 답하지 않았다."
        ),
        ("cp949", "euc_kr", "iso2022_kr"),
    ),
    "zh": (
        (
            "部长星期五表示，有关粮食的谈判仍在继续，并否认已经达成协议的报道。他说，船只从本"
            "周初起就停在港口，货主正在等待许可。观察人士认为，最早要到秋天才会作出决定。公司"
            "发言人拒绝回答有关价格的问题。"
        ),
        ("gb18030", "gb2312"),
    ),
    "zt": (
        (
            "部長星期五表示，有關糧食的談判仍在繼續，並否認已經達成協議的報導。他說，船隻從本"
            "週初起就停在港口，貨主正在等待許可。觀察人士認為，最早要到秋天才會作出決定。公司"
            "發言人拒絕回答有關價格的問題。"
        ),
        ("big5",),
    ),
}
