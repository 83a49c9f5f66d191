/**
 * Given and family names that millions of people have, the world over: two people who share one have little
 * in common, however rare it is on the lists. Of our own making.
 */
const NAMES = `
adam adams ahmad ahmed aisha alan albert alejandro alex alexander alexandra ali alice allen amina amir amy ana
anderson andrea andrew angela ann anna anne anthony antonio arthur ashley barbara begum ben benjamin bibi brian brown
bruno camila carlos carol carter catherine charles chen chris christian christine christopher claire clark claudia
cohen collins cooper cruz daniel daniela das david davies davis deborah dennis diana diaz diego dimitri dmitry
dorothy edward elena elizabeth emily emma eric eva evans fatima fernandes fernandez ferreira francisco frank
gabriel garcia gary george gomes gomez gonzalez grace green guo gupta hall hannah harris hasan hassan hassani helen
henry hernandez huang hussain hussein hussaini husseini ibrahim ivan ivanov jack jackson jacob james jan jane jason jean
jennifer jessica joan joao john johnson jones jorge jose joseph joshua juan julia julie karen karim kate katherine
kelly kenneth kevin khan kim king klein kowalski kumar laura lauren lee leon lewis li lin linda lisa liu lopez louis
lucas lucia luis luke mahmoud mahmood manuel marco margaret maria marie mario mark martin martinez mary maryam
matthew max mehmet meyer michael michelle miguel miller mitchell mohammadi mohammed mohamed muhammad mohammad moore morgan
morris moses mousavi muller murphy nancy natalia nguyen nicholas nicole nina olga oliver omar patel patricia
patrick paul paula pedro pereira perez peter petrov pham phillips rachel rahman raj ram ramirez raymond rebecca ricardo
richard robert roberts robinson rodriguez rodrigues roger rosa rose ruiz russell ruth ryan said salem samuel sanchez
sandra santos sara sarah scott sean sharma shaun silva simon singh sita smith sofia sophie souza stefan stephen steven
stewart susan suzuki tanaka taylor teresa thomas thompson tom tony torres tran turner vera victor victoria vincent
walker wang ward watson weber white william williams wilson wong wood wright wu xu yang yilmaz young yusuf zhang
zhao zhou abbasi ahmadi akbari hosseini karimi moradi rezaei ebrahimi jafari rahimi sadeghi ivanova petrova smirnov kuznetsov
park choi jung kang cho yoon jang lim han oh seo shin kwon hwang song hong putra sari dewi wati setiawan hidayat
okafor adeyemi mensah diallo traore keita ba sow ndiaye mwangi otieno kamau wanjiru abebe tesfaye haile
`;

export const COMMON_NAMES: ReadonlySet<string> = new Set(NAMES.trim().split(/\s+/));
