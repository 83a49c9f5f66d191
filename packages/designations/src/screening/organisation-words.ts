/**
 * Words that organisations' names are made of, in the languages they are published in: one line is one
 * meaning. In small Latin letters as `romanWords` writes them. Of our own making.
 */
const LINES = `
army armed_forces armee ejercito jaysh jaish jeish jeysh geish gaish ordu ordusu armija armiya armia lashkar lashkare lashkari senaa jys jysh armata laskr lshkr wojska zbrojne esercito heer leger exercito vojska wojsk* armad* haer haeren armee armey* sadsereg* hadsereg* kariuomen* krigsmakt* qoshun artesh arteshe zbrojn* ozbroj* stratos
front jabhat jabha jabhah jebhat cephe cephesi frente fronte fronti jbha jbht jbhh jbhat djabhat djebhat front frontas rinde rintama frontul* metopo* arvonal* rintam*
party hizb hezb hizbi hizbe hezbe hizbul hezbollahi partiya partisi partido parti partia partei partito hzb partij stranka partija puolue stran* partei* partid* parti* hezbe puolue* erakond* komma
movement haraka harakat harakah harakatul harkat hareket hareketi movimiento mouvement tehrik tehreek tahrik tahreek tehrike tehrik_i hrka hrkat hrkt dvizhenie dvizenie bewegung beweging movimento liike kustība hnutie harakati jonbesh pokret ruch mozgalom ruch hnut* pohyb* pokret* mozgalom* judejim* kustib* liikumi* rorels* bevaegel* beweging* dvizh* rukh kinima nehzat nahzat
islamic islami islamiya islamiyya islamiyyah islamiyah islamia islamiyeh islamist islamique islamico islamica islamisch islamische islamischer islamska islamski islamskaya islamski islamistische islamiska islamsk islamistico aslamia aslami aslamiat islam islamik islamiskais islamiskā islamo islamitische islam* iszlam* aslamy aslamiya ioslam* izlamik*
state dawla dawlah dawlat daulah daula dowla dawlatul estado etat stato staat devlet devleti gosudarstvo dwla dulat dwlat dulh dula stat valsts panstw* staty statul* statet allam* valstyb* valsts valtio* riik riigi drzav* derzh* gosudar* staten kratos kratous dolat doulat dowlat dovlat* gosudarstvenn* derzhavn* drzhavn* dolati istat stait stat statu
organisation organization organizacion organisasjon organizzazione organizacja tanzim tanzeem tandhim tanthim munazzama munazamat munadhamat munadhdhama orgut orgutu organizasiya organizatsiya organizaciya tnzim tnzym mnzma mnzmat organizace organizacija organi* szervezet* ogranizac* jarjesto* sazman sazmane sazeman tashkilat* teshkilat* sazman tshkilat
group groups jamaa jamaah jamaat jemaah jamaate jamiat jamaati jamiyat jamia jemaa jama groupe grupo gruppe gruppo grup grubu gruppa grupa jmaa jmaat jmat jmaah groep ryhma grupp jamaatul mjmua mjmuat majmua skupin* skupen* csoport* grup grupa grupp* ryhm* goruh guruh groupement goruhe guruhe gorooh grupy grupul gruh jmaa
association jamiyya jamiyyat jamiyah jamiyat jamiyatul jamiyyatul asociacion association associazione dernek dernegi assotsiatsiya jmia jmiat verein zdruzen* stowarzyszen* sdruzen* egyesul* asociac* asocier* vereinig* forening* vereniging*
society societe sociedad anjuman gesellschaft
soldiers jund jundul junud juned askar asker jnd soldats soldados zolnier* vojak* katon* soldat* soldier* voini
supporters ansar ansarul ansaar partisans ansari helpers ansr ansaru zwolenn* privrzen* stronnik* storonnik* anhanger* tilhanger* aanhang* partyzan* obranc* obronc* opiekun*
fighters mujahideen mujahedin mujahidin mujahidun mojahedin mujahidine mudjahidin mudzahedin mujahedeen moudjahidine moudjahidin mjahdin warriors holy_warriors bojovn* bojown* harcos* kaempf* kampfer* modzahed* modjahed* mudzah* mujah* mojah* moudjah* mudjah* bojc* boytsy boevik*
call dawa dawah daawa dawat dua daua preaching predication propagation vyzva wezwan*
liberation tahrir tehrir kurtulus liberacion osvobozhdenie osvobozdenie liberazione befreiung thrir azadi ozgurluk liberac* liberat* wyzwol* osvoboz* felszabad* befrei* befriel* bevrijd* eliberar* vabasta* atbrivo* apelefther* vyzvol*
brigade brigades kataib kataeb katibat katiba katibah katibatul liwa liwaa lewa brigada brigadas bataillon batallon battalion battalions tugay tugayi ktaib ktiba ktibat lua brigadir phalanges brygad* brigad* batalj* batalion* bataljon* dandar* prapor* tipe gordan
martyrs martyr shuhada shaheed shahid shohada martires sehit sehitler shhda shuhadaa chouhada martyrov mucedn* meczenn* martir* martyr* muchenik* shohad*
youth youths shabaab shabab shebab chabab juventud jeunesse jugend genclik shbab molodezh molodez mlodzie* mladez* ifjusag* jeunes* jugend* ungdom* jeugd* noorte* jaunim* jaunat* tineret* javanan omladin* yunarmiya molodezhn* jwanan
base qaida qaeda qaida qaidah kaida kaide qaidat qada qaada qaadat
union ittihad itihad ittehad unione birlik birligi soyuz union unia unie unio unij* svaz zwiazek zwiazk* szovetseg* soyuz* sajung* savienib* ettehad* etehad*
council shura choura shoura majlis meclis meclisi consejo conseil rat sovet mjls shuri rada rady tanacs* raad consil* conseil* consej* sovet* taryb* padom* noukog* neuvost* shora shuray* shoray*
resistance muqawama moqawama muqawamat mukavemet resistencia direnis soprotivlenie mqaoma mqawma mqauma odpor odporu opor oporu ellenall* resist* widerstand* motstand* modstand* verzet* soprotivl* moqavem* moghavem*
command qiyada qiyadah komutanligi comando commandement general_command dowodz* velitel* parancsnok* kommando* komand* comand* command* farmandehi
war harb jihad djihad cihad dzihad gihad jehad jhad wojn* valka valky haboru* krieg* guerra guerre voina oorlog* razboi* jang
relief ighatha igasa ighatah aid hilfe secours yardim ighathat pomoc* segely* nothilf* secour* emdad imdad komak amdad
charity charitable charities khayriya khayriyah khairiya khayriyya khairiyah hayir benevolence benevolent bienfaisance dobroczyn* charit* jotekony* wohltat* wohlfahrt* velgoren* liefdadig* blagotvor* kheyrie kheiriye bienfais* caritat* benefic* filanthrop*
foundation muassasa muassasat moasasah mouassassat stiftung vakif vakfi waqf fondation fundacion fondo fond fund trust stichting mussa mussat bonyad bunyad fundacj* nadac* alapitvan* stiftung* stiftels* fond fondu sihtasut* saatio* bnyad
international duwaliya dawliya alamiya aalami alami internationale internacional beynelmilel uluslararasi mezhdunarodny mezhdunarodnyy miedzynarod* mezinarod* medzinarod* nemzetkozi internation* internacion* internazion* mezhdunar* mizhnarod* tarptautin* starptaut* rahvusvahe* kansainval* beynolmel* bainolmel* jahani
national watani wataniya nacional natsionalny natsionalnyy nazionale nationale milli ulusal milliya melli narodow* narodn* nemzet* nation* nacion* nazional* natsion* nasional* melliye tautin* rahvus* kansallis* kansallin* mli mlli natsionaln*
people peoples popular pueblo peuple halk halkin shaab shaabi shabi shabiya sha_bi shabiyya narodny narodnyy narodnaya folk volk lidu lidov* ludow* nep nepi folk* volks* peuple* popol* pueblo* popul* khalq xalq mardom liaud* tautas* rahva* kansan* narodn* naroden*
revolution revolutionary revolucionario revolucionaria revolucionarias revolutionnaire devrim devrimci inqilab enghelab thawra thaura thawri inqilabi revolucion revolutionare rewoluc* revoluc* revolut* rivoluz* forradalm* revoliuc* vallankumou* enqelab* enghelab* revolyuts*
workers worker karkeren isci iscileri travailleurs trabajadores laborers robotn* pracujic* delnic* munkas* arbeit* arbejd* arbetar* arbeider* travaill* trabaja* darbinin* rabochi* kargar*
freedom hurriya azadi ozgurluk libertad liberte hurriyat woln* svobod* slobod* szabad* freiheit* frihed* frihet* vrijheid* libert* laisv* briviba* vabadus* vapau* ozodi*
unity tawhid tauhid tawheed tawhed touhid tuhid monotheism monotheisme oneness jednot* jednosc* egyseg* einheit* enhed* enhet* eenheid* unidad* unita* vienyb* vienot*
dissident real continuity
fatherland watan homeland patria vatan euskadi
reform islah eslah reforma
justice adl adala adalet justicia spravedl* sprawiedl* igazsag* gerecht* retfaerd* rattvis* justic* giusti* teising* adalat* edalat*
salvation najat nejat necat inqaz salut
victory nusra nusrah nusrat nasr fath nsra zwycies* vitez* gyozel* sieg seger sejr victoir* victori* vittori* pobed* peremo* piroozi pirouzi
light nur noor nour svetl* swiatl* fenye licht lys ljus luz luce
faith iman imaan viry hite glaube* geloof foi credinta
martyrdom shahada istishhad
monotheism_and muwahhidin muwahhidun muahidun muahhidun mwhdin muwahidin
signers blood muwaqqiin
those_who murabitun mourabitoun mourabitun murabitoun almourabitoun mrabtun
companions sahaba sipah sepah sepahe sipahe
guardians hurras hurras hras straznik* strazc* wachter* vakter* bewaker* gardien* guardian* strazh* pasdar* negahban*
west gharb maghrib maghreb magreb islamic_maghreb mghrb zachod* zapad* nyugat* western westen* ouest oeste occid* laane* vakar* ovest gharbi gharb
east sharq mashriq mashreq sharqi eastern orient oriental vostok wschod* vychod* kelet* ost osten ostlich* orien* rytu austrum* vostoc* mashregh sharghi
levant sham shaam bilad_al_sham syria suriya suria syrie siria syrian sham cham alsham suriye shm sri lewan* levant* syri* siri* szir* suur* scham aschscham
iraq irak iraqi iraqui airaq irak* iraq*
egypt misr egyptian egypte misri masr egipto msr egip* egyp* egyip* egitt* mesr mesri
libya libiya lybia libyan libia libye liba libij* liby* libie*
tunisia tunis tunisian tunisie tunus tunisien tunis* tunez* tunezj*
algeria jazair algerian algerie alger* alzir* algier* argel* alzhir*
morocco moroccan maroc marocain maghribi marok* marrue* marroc*
lebanon lubnan lebanese liban lbnan liban* libanon*
palestine filastin falastin palestinian filistin palestina palestinienne flstin palest* palesz* filist* felest*
yemen yaman yemeni jemen ymn aliman jemen* yemen*
afghanistan afghan afganistan afgan* afghan*
pakistan pakistani pakist*
turkistan turkestan turkmen turkistani turkistoni turkes* turkis* turkiest*
kurdistan kurdish kurd kurden kurdes kurd*
philippines philippine filipino filipinas filip* philip* fulop*
caucasus kavkaz kafkas qawqaz kavkazskiy quqaz emarat_kavkaz caucasian kaukas* kaukaz* kavkaz* caucas* qafqaz* ghafghaz*
emirate imarat imarah imaarah emarat imara amara emirat* imarat*
caliphate khilafa khilafah khilafat hilafet kalifat* califat* calipha* khalifa khilaf* chalifat* xilaf*
province wilayat wilaya vilayet wilayah ulaia wlaya ulayat prowinc* provin* tartoman* eparch* eparh* wilaj* vilaj* ostan ostane cuige
khorasan khurasan horasan khrasan khorosan chorasan* chorosan* khoras* khuras* horasa* corasan* hurasan* xoras* jorasan* coracone corachone coraz* korasan*
peninsula jazira jazeera jazirat polwys* poloostr* felsziget* halbinsel* schiereil* presqu* penins* penisol* jzira jzirat aljzira
sahara sahra sahrawi sahar* szahar*
sinai sina saina sina sinaj* szinaj* synaj*
jerusalem quds qods maqdis bayt_al_maqdis kudus aqsa jeruz* jerus* jerozol*
land ard ardh bilad balad ziemi zeme terre tierra terra zemlja sarzamin
bank banka banco banque banca bnk bank* banc* bank bnk banq
ministry wazarat vizarat ministerstvo ministere ministerio wizarat minist* vezarat* wzart wzarat
research issledovatelskiy pajoohesh pazhuhesh tahqiqat nauchno investigacion recherche scientific_research badan* badaw* vyzkum* vyskum* kutat* forschung* forskn* onderzoek* recherch* investigac* ricerc* issledov* tyrim* uurimis* tutkimus* tahghigh* tahqiq* pazhouhesh* pajohesh* pajouhesh* pazhuhesh* thqiqat pzhuhshi issledovatelsk*
scientific science elmi nauchny nauchnyy scientifique cientifico nauk nauko* vedeck* tudoman* wissenschaft* videnskab* vetenskap* wetenschap* scientif* nauchn* mokslin* olum oloum nauchn* naukov* elmi
institute institut instituto instituut moassese instit* intezet* moassese* moasese* mouasese* muassese* mussh muwssh
production proizvodstvennoe proizvodstvo tolid manufacturing produkc* vyrob* produc* gyart* herstell* tuotan* tolidi* towlidi* proizvod* tulidi tulid proizvodst*
industry industries industrial sanaye sanayi sanat promyshlennost promyshlenny industrie industria przemysl* prumysl* priemysel* ipari ipar industr* indystr* sanat* sanaye* sanaei* promyshl* pramon* teollis* toostus* snai snti snaya snaat sanati
centre center markaz merkez tsentr centro zentrum markazi centr* kozpont* zentr* keskus* tsentr* mrkz mrkzi
plant factory zavod fabrika karkhane kombinat zaklad* zavod* gyar fabrik* factor* karkhan* usine* gamykl* tehas* zavod* kombinat*
university daneshgah universitet jamiat_e universite universidad uniwers* univer* egyetem* ulikool* yliopist* daneshgah* danishgah* danshgah danshkdh
committee lajna lajnat komite komitesi comite komitet comitato komit* comit* bizottsag* vybor ausschuss* kmith
commission hayat komissiya comision komis* commiss* comis*
office maktab maktabul buro bureau biuro ofis biuro biura urad uradu hivatal* kontor* bureau* buero
school madrassa madrasa madrasah madrassah medrese madaris darul szkol* skola skoly iskol* schul* ecole escuel* madras* madres*
services service khidamat khadamat hizmet khdmat servicios sluzb* uslug* szolgalat* dienst* tjenest* servic* serviz* paslaug* khadamat* khdmati
welfare falah falahi falah_i insaniyat humanity humanitarian opiek* welfar* refah*
protection difa defence defense difah savunma obrony obrana obrane ochran* vedel* verteid* forsvar* verdedig* difes* defens* defenc* defa oboron* gynyb* aizsard* dfa oboronn*
path_of sirat
right haq haqq haq
struggle jadd niedal nidal mucadele lucha walk walka walki boj boje harc harca kampf strijd lutte lucha lotta borba borby mobarez*
nusantara tawhid_wal
god allah ilah
prophet muhammed_prophet rasul
partisans_of partizan
sect_group ahl sunna sunnah sunnat sunni ahlus ahlul
followers salafi salafist salafiste salafia salafiya salafiyya salafya slfia salaf*
predicating predication_et
combat combattant combatant combatants fighting muqatila moqatila mukatila muqatilah mqatla combattante katl qital bojow* bojov* combat* gerill* guerrill*
international intl mezhdunarodnaya
management managing upravlenie zarzad* sprava verwalt* manag* gestion* upravl*
trading trade torgovy torgovaya tejarat tijara ticaret comercio commerce handel* handlow* obchod* kereskedel* trad* commerc* comerc* torgov* bazargan* tejari* prekyb* kauban* bazrgani torgov* tjarya tjari
construction building stroitelnaya stroy insaat omran sakhteman budowl* budown* staveb* epito* construct* konstruk* stroitel* budiv* statyb* ehitus* rakennus* sakhteman* sazandeg* sazand* sazndgi amran
technology technologies tech tekhnologii teknoloji fanavari technol* teknol* tehnol* tecnolog* technic* techniq* technik*
investment investments investitsii yatirim sarmayeh inwest* invest* beruhaz* sarmaye* srmaih
import
export
holding holdings kholding
shipping marine maritime keshtirani sudokhodnaya zeglug* lodn* hajoz* schiff* rederi* scheepv* shipp* maritim* navier* kashtiran* keshtiran*
petroleum oil neft naft petrol ropn* naft* olaj* petrol* neft* nft nfti nftiran
energy energetika enerji energ*
group_of grp
europe european europ*
academy akademiya akadem* academ*
medical meditsinskiy medyc* lekar* orvos* medizin* medic* pezeshki
democratic demokrat* democrat* dimokrat*
socialist sozialist* socialist* sosialist* sotsialist*
communist kommunist* comunist* komunist*
marxist marksist* marxist*
section sekcj* sekce odbor oddzial* pobock* afdeling* abteilung* filiale* sucursal* capitol* branch* chapter* tak gren osakond* affiliat* shoab* seccao secchao seccion* caibidil* kapitolu capitulo* fergha brainse nodala pobochk*
south sud zuid* syd sydlig* jih jiho* jizni poludn* poludni* sur etela* pietu dienvid* janub* jonub* yuzhn* southern sul meridional* isfel theas
southeast south_east sud_est sudest* sudeste sudorient* jihovychod* juhovychod* jugovzhod* jugoistoc* jugoistoch* yugoiztoch* pietryci* dienvidaustrum* kaakkois* sudost* sydost* zuidoost* delkelet*
isil isis eiil daesh daech daish dahesh idil igil isid
north nord noord* sever severn* polnoc* eszak* pohja* siaures ziemel* shomal* shamal* norte northern
asia asia* azj* azij* azsi* azi* azie aasia* aziat* asie asien
africa afri* afryk*
central centraln* kozep* mittel* zentral* tsentraln*
armed zbrojne bewaffn* arma* musall* mosall* gewapen* vaebn* mslh
forces force* sily kraft* strydk* styrk* fuerz* forze joegud niru* nirou* quwat* qowwat niru nirui niruhai quat voysk* voisk*
aerospace havafaz* kosmicz* luftraum* aerosp*
airline airlin* air airway* hawapeima havapeyma lotnicz* letecke*
security bezpecn* bezpiecz* bizton* sicherheit* sikkerhed* sakerhet* securit* amniyat* amniat* emniyet* bezopasn* amniti amnya amn
intelligence wywiad* razved* nachricht* etelaat* ettelaat* istihbarat* mukhabarat*
missile missile* mushak* moshak* raket* rakiet* missil*
aircraft aircraft* aviac* aviat* lotnict* letect* havanavardi hawayi havayi havai aeronaut* hwaii hwapimaii hwapimasazi
military voenn* vijsk* nizami nezami wojskow* vojensk* militar* militair* voenn* askeri
electronic elektron* electron*
nuclear hasteyi hasteei jadrow* jadern* atom* nuklear* nuclear*
chemical shimi* chemic* chemi* khimi* chimic*
complex mojtama* mojtame* komplek* complex*
exchange sarafi* sarrafi* sarafa wymian* exchang* hawala hawwala hawalah money srafi
firm sherkat* shirkat* spolec* spolk* tarsas* vallalat*
education amouzesh* amoozesh* amozesh* educat* bildung* uddann* educac* edukac* amuzsh
equipment tajhizat* sprzet* zariz* berendez* ausrust* equip*
system system*
network siec sit halozat* netzwerk* netvaerk* natverk* netwerk* red reseau* rete shabake*
jewish yahud* zydow* zidov*
knights faris fursan rycerz* rytir* lovag* ritter*
sword saif sayf seyf miecz* schwert*
banner rayat raya
lions usud usood asad lions
home house dar dom haus bayt beit
hope amal nadziej* nadej* remeny* hoffnung* umut omid
precision tochn* precis* praezis* daqiq* daghigh*
consulting consult* konsult* moshaver*
special special* spezial* vizhe vizheh vije specjal*
machinery machin* maszyn* stroj* masch* mashin*
iran airan iran* irani iranian
republic jomhour* jmhuri jmhura respublik* republi* repubblic* jumhuri* cumhuriyet*
corps sepah spah sepahe korps* corp corpul korpus*
prison zndan zindan gefangn* prisao vezni* wiezien* turma tyurm* tyurma
russian rossiysk* rossisk* russk* rusk* rosyjsk* russia* russisch* orosz rosji rossii ruse ruski venem* vseros* obsheros*
federal federaln* federal* feder*
enterprise predpriyati* pidpriyem* entrepris* przedsiebior* podnik unternehm* empres* impres* intrapriza vallalk*
unification obedineni* obyedineni* obyadnann* sdruzeni* obednann*
obshestvo obshestvo obschestvo obshchestvo tovarishchestvo
named imeni benann*
design konstruktorsk* konstruk proektn*
mechanics mekhanik* mechani* mehanik*
computing vychisliteln* comput*
instrument priborn* priborostroit* instrument* priborostro*
shipbuilding sudostroit* korabostroit* shipbuild* shipyard* stoczn* werft* lodenic*
aviation aviatsion* aviats* aviatio* samolet* samolyot*
machinebuilding mashinostroit* mashinostro* machinebuild*
communication svyazi svyaz* komunik* communic* telekomun* telecommun* telekommun*
control upravleni* control* kontrol*
development razviti* develop* rozwoj* entwickl* desarrol* rozvoj*
reconstruction rekonstruk* reconstruc* odbudow*
insurance strakhovan* insuranc* versicher* pojisten* ubezpiecz*
peace mir mira peace pokoj* frieden pax taika
transport transport* perevoz*
space kosmichesk* kosmo* space* raumfahrt*
troops voyska voisk* trup* truppen troops
unit chast chasti unit* einheit* otryad*
regiment polk* regiment*
division divizi* divisi*
city gorod* city stadt miast* mesto* grad
region oblast* rayon* region* okrug*
department departament* department* oddel* abteil*
chief glavn* glaven* main haupt* glown*
radio radio*
semiconductor poluprovodn* semiconduct* halbleit*
battery akkumulyator* batter*
patriotic patriot*
public publichn* obshestven* public* obchestv* hromad* gromad*
private chastn* privat* prywat*
aerial vozdushn* povitryan* luft* air_force*
landforces sukhoputn* ground*
black chern* czarn* schwarz* negr*
sea mor morsk* sea meer mar
railway zhelezn* railway* bahn*
metal metall* metal*
steel stal staln* stahl* steel* acier
gas gaz gazov* gas*
electric elektrich* electric* elektro* electro*
optical optic* optich*
ammunition boepripas* ammunit* munit* muhimmat
vehicle avtomobil* automobil* vehicl*
weapons oruzhi* weapon* waffen* broni zbran*
institution uchrezhden* institution* einricht*
agency agentstv* agenc* agentur*
foreign vneshn* foreign* auslands*
economic ekonomich* econom* wirtschaft* gospodar*
social sotsialn* social* sozial*
news novost* news* nachrichten*
digital tsifrov* digital*
strategic strategich* strategic*
culture kultur* cultur*
cooperation sotrudnich* cooperat* kooperat* taun
support podderzhk* support* unterstutz*
bureau byuro
saint sveti svyat* saint san
engineering inzhiniring mohandesi inzyn* inzen* mernok* ingeni* engineer* mohandes* muhandis* inzhener* eng mhndsi mhndsin
`;

const STOP_WORDS = `the of and for in at to de la le les el los las y et du des der die das und von van voor
o e i ve and al ul il as ar ash us ad an at az li lil wa va u w wal bin ibn ben bint binti bnu ould wuld walad
called so self proclaimed known mr mrs ms dr sheikh shaikh shaykh sheik cheikh shekh haji hajji hadji hajj alhaj
mullah mulla maulavi mawlawi maulvi mawlavi molavi maulana moulana qazi ustad ustaz sayyid syed
seyyed said_ general gen colonel col captain commander brigadier lieutenant major sergeant president prime minister
president prezident prasident praesident presidencial herr frau lord presidente monsieur madame senor engineer eng professor prof judge haj sr jr
shikh shykh sid syd hajj mla mulla mula mwlwi mulwi mulana bn abn bnt na imeni im km za wld fi mn
named after name`;

const EXACT = new Map<string, string>();
/** Beginnings of words, for languages that bend their ends. */
const BEGINNINGS = new Map<string, string>();
for (const line of LINES.trim().split('\n')) {
  const words = line.split(' ').filter((word) => word !== '');
  const [first = ''] = words;
  for (const word of words)
    if (word.endsWith('*')) BEGINNINGS.set(word.slice(0, -1), first.replace('*', ''));
    else EXACT.set(word.replaceAll('_', ''), first);
}
const shortestBeginning = Math.min(...[...BEGINNINGS.keys()].map(({ length }) => length));

/** What a word means where it is a word of organisations' names, by the first word of its line; or null. */
export function meaningOf(word: string): string | null {
  const exact = EXACT.get(word);
  if (exact !== undefined) return exact;
  for (let length = word.length; length >= shortestBeginning; length--) {
    const meaning = BEGINNINGS.get(word.slice(0, length));
    if (meaning !== undefined) return meaning;
  }
  return null;
}

/** Words that tell one name from another hardly at all: articles, "son of", titles. */
export const FAINT_WORDS: ReadonlySet<string> = new Set(STOP_WORDS.split(/\s+/));
