/**
 * Given names that are one name: short forms, and what it is called in other languages. Of our own making.
 */
const LINES = `
abdullah abdulla abdallah
abraham ibrahim avraham
alexander alejandro alessandro aleksandr alexandre iskandar iskander sasha alex alec
andrew andreas andrei andrej andre andres andrea
anthony antonio antoine anton tony
barack barry
benjamin ben benny bibi binyamin benyamin
catherine katherine katarina yekaterina ekaterina kate katya
charles carlos karl carl carlo charlie
christopher christophe cristobal chris
constantine konstantin constantin
daniel danny danil daniil
david daoud daud dawud davud dave
dmitry dmitri dima
edward eduard eduardo ed eddie ted
elijah ilyas elias ilya
elizabeth elisabeth elisabetta isabel yelizaveta liz
eugene yevgeny evgeny evgeni eugenio
francis francisco francesco francois franz frank
frederick friedrich federico fred frederic
george georg georges jorge giorgio yuri georgy georgi
gregory grigory grigori gregorio greg
henry heinrich henri enrique enrico harry
hugh hugo
isaac ishaq ishak itzhak yitzhak
ismail ishmael
jacob yaqub yakub jakob jacques james jim jaime diego giacomo
jesus isa eesa issa
job ayyub ayub
john juan jean johann johannes ivan giovanni joao jan yahya johnny hans jon ian sean
jonah yunus younes
joseph jose yusuf youssef josef giuseppe joe
joshua yusha
julius julio jules yuliy
lawrence laurence lorenzo laurent
leo lev leon
louis luis ludwig luigi
luke lucas luca lukas
margaret margarita marguerite maggie
mark marc marco marcos marcus
mary maria marie maryam mariam miriam
matthew mateo matthias matteo matthieu matt
michael miguel michel mikhail mikail mike misha michele michal
michelle michaela michi michele
moses musa moshe moise moises
muhammad mohammed mohamed mehmet mohd md muhd mohammad mahomet mouhamed
nicholas nikolai nicolas nikolaus niccolo nick kolya
noah nuh
patrick patricio pat
paul pablo pavel paolo pauli
peter pedro pierre pyotr petr pietro pete
philip felipe philippe filipp phil
raphael rafael
richard ricardo riccardo rick dick
robert roberto bob rob
samuel sam shmuel
sergei serge sergio sergejs sergiy serhiy
simon simeon semyon shimon simone
solomon sulayman suleiman sulaiman suleyman salomon
stephen steven stefan esteban etienne stefano steve
theodore teodoro fyodor feodor ted teddy
thomas tomas tommaso tom
timothy timofey tim
tobias toby
ulysses
vladimir volodymyr wladimir vova
william wilhelm guillermo guillaume bill willie will guglielmo
yahya yehya
zacharias zakariya zakaria zachary
`;

const groups = new Map<string, Set<number>>();
for (const [at, line] of LINES.trim().split('\n').entries())
  for (const name of line.split(' ')) groups.set(name, (groups.get(name) ?? new Set()).add(at));

/** Whether two words are forms of one given name. */
export function sameGivenName(one: string, other: string): boolean {
  const of = groups.get(one);
  const with_ = groups.get(other);
  if (of === undefined || with_ === undefined) return false;
  for (const group of of) if (with_.has(group)) return true;
  return false;
}

/** The groups a given name is in, as keys to look it up by. */
export function givenNameKeys(word: string): string[] {
  return [...(groups.get(word) ?? [])].map((group) => `#${group}`);
}
