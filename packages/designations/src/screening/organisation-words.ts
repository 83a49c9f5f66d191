/**
 * Words that organisations' names are made of, in the languages they are published in: one line is one
 * meaning. In small Latin letters as `romanWords` writes them. Of our own making.
 */
const LINES = `
army armed_forces armee ejercito jaysh jaish jeish jeysh geish gaish ordu ordusu armija armiya armia lashkar lashkare lashkari senaa jys jysh armata laskr lshkr wojska zbrojne esercito heer leger exercito vojska
front jabhat jabha jabhah jebhat cephe cephesi frente fronte fronti jbha jbht jbhh jbhat djabhat djebhat front frontas rinde rintama
party hizb hezb hizbi hizbe hezbe hizbul hezbollahi partiya partisi partido parti partia partei partito hzb partij stranka partija puolue
movement haraka harakat harakah harakatul harkat hareket hareketi movimiento mouvement tehrik tehreek tahrik tahreek tehrike tehrik_i hrka hrkat hrkt dvizhenie dvizenie bewegung beweging movimento liike kustība hnutie harakati jonbesh pokret ruch mozgalom
islamic islami islamiya islamiyya islamiyyah islamiyah islamia islamiyeh islamist islamique islamico islamica islamisch islamische islamischer islamska islamski islamskaya islamski islamistische islamiska islamsk islamistico aslamia aslami aslamiat islam islamik islamiskais islamiskā islamo islamitische
state dawla dawlah dawlat daulah daula dowla dawlatul estado etat stato staat devlet devleti gosudarstvo dwla dulat dwlat dulh dula stat valsts
organisation organization organizacion organisasjon organizzazione organizacja tanzim tanzeem tandhim tanthim munazzama munazamat munadhamat munadhdhama orgut orgutu organizasiya organizatsiya organizaciya tnzim tnzym mnzma mnzmat organizace organizacija
group groups jamaa jamaah jamaat jemaah jamaate jamiat jamaati jamiyat jamia jemaa jama groupe grupo gruppe gruppo grup grubu gruppa grupa jmaa jmaat jmat jmaah groep ryhma grupp jamaatul mjmua mjmuat majmua
association jamiyya jamiyyat jamiyah jamiyat jamiyatul jamiyyatul asociacion association associazione dernek dernegi assotsiatsiya jmia jmiat verein
society societe sociedad anjuman gesellschaft
soldiers jund jundul junud juned askar asker jnd soldats soldados
supporters ansar ansarul ansaar partisans ansari helpers ansr ansaru
fighters mujahideen mujahedin mujahidin mujahidun mojahedin mujahidine mudjahidin mudzahedin mujahedeen moudjahidine moudjahidin mjahdin warriors holy_warriors
call dawa dawah daawa dawat dua daua preaching predication propagation
liberation tahrir tehrir kurtulus liberacion osvobozhdenie osvobozdenie liberazione befreiung thrir azadi ozgurluk
brigade brigades kataib kataeb katibat katiba katibah katibatul liwa liwaa lewa brigada brigadas bataillon batallon battalion battalions tugay tugayi ktaib ktiba ktibat lua brigadir phalanges
martyrs martyr shuhada shaheed shahid shohada martires sehit sehitler shhda shuhadaa chouhada martyrov
youth youths shabaab shabab shebab chabab juventud jeunesse jugend genclik shbab molodezh molodez
base qaida qaeda qaida qaidah kaida kaide qaidat
union ittihad itihad ittehad unione birlik birligi soyuz union
council shura choura shoura majlis meclis meclisi consejo conseil rat sovet mjls shuri
resistance muqawama moqawama muqawamat mukavemet resistencia direnis soprotivlenie mqaoma mqawma mqauma
command qiyada qiyadah komutanligi comando commandement general_command
war harb jihad djihad cihad dzihad gihad jehad jhad
relief ighatha igasa ighatah aid hilfe secours yardim ighathat
charity charitable charities khayriya khayriyah khairiya khayriyya khairiyah hayir benevolence benevolent bienfaisance
foundation muassasa muassasat moasasah mouassassat stiftung vakif vakfi waqf fondation fundacion fondo fond fund trust stichting mussa mussat bonyad bunyad
international duwaliya dawliya alamiya aalami alami internationale internacional beynelmilel uluslararasi mezhdunarodny mezhdunarodnyy
national watani wataniya nacional natsionalny natsionalnyy nazionale nationale milli ulusal milliya melli
people peoples popular pueblo peuple halk halkin shaab shaabi shabi shabiya sha_bi shabiyya narodny narodnyy narodnaya folk volk
revolution revolutionary revolucionario revolucionaria revolucionarias revolutionnaire devrim devrimci inqilab enghelab thawra thaura thawri inqilabi revolucion revolutionare
workers worker karkeren isci iscileri travailleurs trabajadores laborers
freedom hurriya azadi ozgurluk libertad liberte hurriyat
unity tawhid tauhid tawheed tawhed touhid tuhid monotheism monotheisme oneness
dissident real continuity
fatherland watan homeland patria vatan euskadi
reform islah eslah reforma
justice adl adala adalet justicia
salvation najat nejat necat inqaz salut
victory nusra nusrah nusrat nasr fath nsra
light nur noor nour
faith iman imaan
martyrdom shahada istishhad
monotheism_and muwahhidin muwahhidun muahidun muahhidun mwhdin muwahidin
signers blood muwaqqiin
those_who murabitun mourabitoun mourabitun murabitoun almourabitoun mrabtun
companions sahaba sipah sepah sepahe sipahe
guardians hurras hurras hras
west gharb maghrib maghreb magreb islamic_maghreb mghrb
east sharq mashriq mashreq sharqi eastern orient oriental vostok
levant sham shaam bilad_al_sham syria suriya suria syrie siria syrian sham cham alsham suriye shm sri
iraq irak iraqi iraqui airaq
egypt misr egyptian egypte misri masr egipto msr
libya libiya lybia libyan libia libye liba
tunisia tunis tunisian tunisie tunus tunisien
algeria jazair algerian algerie
morocco moroccan maroc marocain maghribi
lebanon lubnan lebanese liban lbnan
palestine filastin falastin palestinian filistin palestina palestinienne flstin
yemen yaman yemeni jemen ymn aliman
afghanistan afghan afganistan
pakistan pakistani
turkistan turkestan turkmen turkistani turkistoni
kurdistan kurdish kurd kurden kurdes
philippines philippine filipino filipinas
caucasus kavkaz kafkas qawqaz kavkazskiy quqaz emarat_kavkaz caucasian
emirate imarat imarah imaarah emarat imara amara
caliphate khilafa khilafah khilafat hilafet
province wilayat wilaya vilayet wilayah ulaia wlaya ulayat
khorasan khurasan horasan khrasan khorosan
peninsula jazira jazeera jazirat
sahara sahra sahrawi
sinai sina saina sina
jerusalem quds qods maqdis bayt_al_maqdis kudus aqsa
land ard ardh bilad balad
bank banka banco banque banca bnk
ministry wazarat vizarat ministerstvo ministere ministerio wizarat
research issledovatelskiy pajoohesh pazhuhesh tahqiqat nauchno investigacion recherche scientific_research
scientific science elmi nauchny nauchnyy scientifique cientifico
institute institut instituto instituut moassese
production proizvodstvennoe proizvodstvo tolid manufacturing
industry industries industrial sanaye sanayi sanat promyshlennost promyshlenny industrie industria
centre center markaz merkez tsentr centro zentrum markazi
plant factory zavod fabrika karkhane kombinat
university daneshgah universitet jamiat_e universite universidad
committee lajna lajnat komite komitesi comite komitet comitato
commission hayat komissiya comision
office maktab maktabul buro bureau biuro ofis
school madrassa madrasa madrasah madrassah medrese madaris darul
services service khidamat khadamat hizmet khdmat servicios
welfare falah falahi falah_i insaniyat humanity humanitarian
protection difa defence defense difah savunma
path_of sirat
right haq haqq haq
struggle jadd niedal nidal mucadele lucha
nusantara tawhid_wal
god allah ilah
prophet muhammed_prophet rasul
partisans_of partizan
sect_group ahl sunna sunnah sunnat sunni ahlus ahlul
followers salafi salafist salafiste salafia salafiya salafiyya salafya slfia
predicating predication_et
combat combattant combatant combatants fighting muqatila moqatila mukatila muqatilah mqatla combattante katl qital
international intl mezhdunarodnaya
management managing upravlenie
trading trade torgovy torgovaya tejarat tijara ticaret comercio commerce
construction building stroitelnaya stroy insaat omran sakhteman
technology technologies tech tekhnologii teknoloji fanavari
investment investments investitsii yatirim sarmayeh
import
export
holding holdings kholding
shipping marine maritime keshtirani sudokhodnaya
petroleum oil neft naft petrol
energy energetika enerji
group_of grp
europe european
academy akademiya
medical meditsinskiy
engineering inzhiniring mohandesi
`;

const STOP_WORDS = `the of and for in at to de la le les el los las y et du des der die das und von van voor
o e i ve and al ul il as ar ash us ad an at az li lil wa va u w wal bin ibn ben bint binti bnu ould wuld walad
called so self proclaimed known mr mrs ms dr sheikh shaikh shaykh sheik cheikh shekh haji hajji hadji hajj alhaj
mullah mulla maulavi mawlawi maulvi mawlavi molavi maulana moulana qari hafiz hafez qazi ustad ustaz sayyid syed
seyyed said_ general gen colonel col captain commander brigadier lieutenant major sergeant president prime minister
president prezident presidente monsieur madame senor engineer eng professor prof judge imam amir emir haj sr jr`;

/** Meaning of a word of organisations' names, by the word. */
export const MEANINGS: ReadonlyMap<string, string> = new Map(
  LINES.trim()
    .split('\n')
    .flatMap((line) => {
      const words = line.split(' ').filter((word) => word !== '');
      return words.map((word): [string, string] => [word.replaceAll('_', ''), words[0]!]);
    }),
);

/** Words that tell one name from another hardly at all: articles, "son of", titles. */
export const FAINT_WORDS: ReadonlySet<string> = new Set(STOP_WORDS.split(/\s+/));
