#include "note/given.h"

#include "base/hashes.h"
#include "base/latin.h"
#include "base/map.h"
#include "base/utf8.h"

/* A line may go on in the next literal. NOLINTBEGIN(bugprone-suspicious-missing-comma) */
static const char *const names[] = {"abigail abby gail", "abraham abe bram", "adelaide addie heidi",
	"albert al bert bertie", "alberto beto",
	"alexander alex al sandy alec sascha sasha xander alejandro alessandro alexandre aleksander aleksandr "
	"oleksandr olek "
	"sanya shura sandro sander",
	"alexandra alex sandra sandy sascha sasha alejandra alessandra aleksandra oleksandra ola olenka sanya shura",
	"alexei aleksei alyosha lyosha alesha lesha oleksiy", "alfred alf fred fredo", "alfredo fredo alfred",
	"alois luis", "amelia millie amy", "anastasia nastya stasya ana nastia",
	"andrew andy drew andreas andre andrea andrei andrey andrzej ondrej "
	"andres andriy anders",
	"andreas andi anders", "angela angie", "angelika geli",
	"anna ann anne annie anya anja nan nancy hannah ania anka aneta annika "
	"hania anka nyura",
	"anthony tony anton antonio antoine antoni toni antonin tonho toninho tonino anto tonda",
	"antonia toni tonia toska antonie", "arthur art artur arturo", "arturo turo", "augustus gus august",
	"barbara barb babs basia bara barbora warwara varya", "bartholomew bart", "bartosz bartek",
	"beatrice bea trixie beatriz bia beatrix", "benjamin ben benny benji", "benedikt ben bene benedict",
	"bernard bernie bern bernhard bernd bernardo", "bogdan bodya", "boguslawa bogusia", "bohumil bohous",
	"bridget biddy bridie", "carlos charly carlitos charles",
	"caroline carrie carol karoline karo carolina caro "
	"karolina",
	"catherine kate katie cathy kathy kat kit kitty katherine kathryn katharina kathi katja kathrin karin trine "
	"katarina "
	"katarzyna kasia katerina katka kacka ekaterina yekaterina katya kateryna catalina catarina caterina rina kati "
	"kaatje "
	"kasienka",
	"cecilia cissy celia cilka", "charles charlie chuck chas chaz karl carl carlo karel charlot",
	"charlotte lotte lottie charlie lotta", "christian chris christiaan cristian krystian kristian",
	"christine chris chrissy tina christina kristina krystyna krysia "
	"christel cristina kirsten stina",
	"christopher chris kit topher kester christoph christophe cristobal krzysztof krzysiek kris krzys christoffer "
	"stoffel",
	"clara clare claire klara", "claudia claudi klaudia", "concepcion concha conchita", "consuelo chelo",
	"cynthia cindy", "daniel dan danny dani danilo danil", "daria dasha dariya darya", "david dave davey dawid",
	"deborah deb debbie", "denise dee", "dennis denny", "dietrich dieter",
	"dmitri dima mitya dmitrii dimitri dmytro", "dolores lola", "donald don donnie",
	"dorothy dot "
	"dottie dolly dorothea dora thea dorota dorka",
	"dorothee doro", "edith edie", "edmund ed ned", "eduardo edu lalo eduard",
	"edward ed eddie ned ted teddy eduard eduardo edouard "
	"edek",
	"eleanor ellie nell nora lena eleonore eleonora",
	"elena lena lenya alyona alena yelena olena ileana lenka helena ilona ela",
	"elizabeth liz lizzie lisa beth betty eliza bess libby elsie elisabeth elise lisbeth sissi lisi lies "
	"elisabetta betta isabel "
	"elzbieta ela alzbeta bozka betka erzsebet bozsi",
	"emanuel manu manuel manolo", "emily emmy em emilia milka", "enrique quique kike", "eric rick erik",
	"ernest ernie ernst ernesto", "eugene gene eugen evgeny evgenii zhenya yevgeny yevhen eugenio",
	"eugenia zhenya evgenia genia", "eva evi ewa ewka evicka eve", "felicity fliss flick",
	"fernando nando fer ferdinand", "ferdinand ferdi nando", "florence flo flossie", "florian flo",
	"frances fran fanny francesca franziska franzi francoise francisca paca paquita cesca franciszka frantiska",
	"francis frank fran franco francesco francisco franz frantisek franciszek franta cecco checco ciccio paco "
	"pancho curro kiko "
	"chico frans ferenc feri",
	"frederick fred freddie fritz friedrich frederic frederik fryderyk fredrik federico fede frederico bedrich",
	"frieda friederike rike", "gabriel gabe gabo gabi", "gabriele gabi gabriela gaby",
	"geoffrey geoff jeff jeffrey gottfried",
	"george georgie georg georges jorge jurij jiri jirka jerzy jurek giorgio schorsch yuri yura yurii joergen "
	"gyorgy gyuri jurgen",
	"gerald gerry jerry gerhard gerd gert", "gertrude trudy trude traudel gertrud", "giacomo mino iacopo",
	"giovanni gianni nino vanni", "giuseppe peppe beppe pino peppino", "giuseppina pina giusy", "gloria glo",
	"gregory greg grzegorz grzesiek grisha grigori hryhoriy", "gretchen margarete grete",
	"guillaume will guillermo", "guillermo memo guille willy", "gustav gus gustavo", "halina halinka hala",
	"hans johannes johann hannes", "harold harry hal", "heinrich heinz heiner heini henry henrik hendrik",
	"helen nell nellie lena helene "
	"leni helena ilona helga ilena lenka",
	"henry harry hank hal henri heinrich enrique enrico henryk henrik henk jindrich", "hildegard hilde hilda",
	"honza jan", "hubert hub bert", "ignacio nacho ignatius ignazio ignac", "igor gosha igorek", "ingrid inga",
	"inessa ina", "irene irena irina ira irka iryna", "isabella isabel bella izzy isa izabela iza",
	"ivan vanya ioann ivo",
	"jacob jake jack jakob kuba jakub jacques jaap jacobus yakov yasha "
	"jacopo",
	"jacqueline jackie", "james jim jimmy jamie jem jaime diego seamus", "jane janie jenny janet jana joanna",
	"jan janek johan janusz jas "
	"jano jenda johannes",
	"jean jeannot", "jennifer jen jenny", "jessica jess jessie",
	"joachim jo achim jochen joaquin ximo joaquim quim", "joan joanie",
	"joanna "
	"asia joasia jo johanna",
	"johanna hanna jo hanne",
	"john jack johnny jon johan hans ian ivan giovanni juan jean jan joao johannes janos jani", "joao joca jo",
	"jonathan jon "
	"jonny nathan",
	"jose pepe chepe pepito ze zeca joseph", "josefa pepa fina",
	"joseph joe joey jo jos josef sepp seppi joszef jozef jozsef jupp pepa pepik jozek "
	"yosip osip iosif",
	"josephine jo josie fifi josefine josefa", "joshua josh", "juan juanito juancho", "judith judy jutta jodie",
	"julia julie jule juliana yulia "
	"yuliya julka giulia",
	"julian jules", "karl karlo carl kalle karel", "kenneth ken kenny", "klaus claus nikolaus",
	"konstantin kostya konstanty", "konrad conny kurt conrad",
	"krystyna "
	"krysia",
	"ladislav lada", "larisa lara lora", "laura laurie lolly",
	"lawrence larry laurie laurence lorenz lorenzo lars laurent renzo", "leonard len lenny leo leonhard leonardo",
	"leonid lyonya", "leopold leo poldi", "lev lyova", "lillian lily lil",
	"louis lou luis ludwig luigi "
	"ludovic ludvik wiggerl lodewijk gigi gino lucho lajos lutz",
	"louise lou luisa luise lulu", "lourdes lulu", "lucas luke luca lukas luc lukasz", "lucia lucy luz lucie lucja",
	"ludmila lyuda mila lyudmila luda", "lyubov lyuba liuba",
	"magdalena magda lena leni madeleine lenka madlen magdalene madalena", "malgorzata gosia malgosia margarita",
	"manuel manolo manu lolo", "manuela manu",
	"margaret meg maggie peg peggy marge margie greta rita daisy margarete margarethe grete gretel margarita "
	"marguerite margot gosia malgorzata marketa margherita margit merete mette",
	"maria mary marie mia mitzi ria mariya masha manya maryia marika marysia maryska marushka mariechen maruja "
	"mariana",
	"mario marione", "marina mara", "mark marc marco marcus markus marek marcos marcel", "martha marta patsy",
	"martin marty mart marcin marten morten", "mary molly polly may mamie maria maire",
	"matilda tilly mattie mathilde matylda", "mateusz mati",
	"matthew matt matty matthias mathias hias mateo matteo mateusz matias "
	"mathieu matej matthijs matus",
	"maurice moritz mauricio", "maximilian max maxi maksim maxim", "melanie mel", "mercedes merche",
	"michael mike mick mickey mikey michel miguel mikhail misha "
	"michal michi mikolaj mykhailo mihail mikael mihaly miska",
	"michelle shelly", "milan milanek", "miroslav mirek", "mohammed mohamed muhammad mo mehmet mohammad",
	"monika moni monique mona", "nadezhda nadia nadya nadja nadiia", "nathaniel nat nate nathan",
	"natalia natasha nata natalie natascha nataliya tasha",
	"nicholas nick nicky nico nikolaus klaus nicolas nikolai kolya nikos niklas nils "
	"claus mikolaj mykola nicolo nicola miklos mikulas",
	"nicole nicky", "nora honora", "oleg alik", "olga olya olha", "oliver ollie olivier", "oskar ossi",
	"oksana ksenia ksyusha", "pamela pam", "paolo paolino", "patricia pat patty trish tricia patrizia paty",
	"patrick pat paddy patrik patricio",
	"paul paulie pablo paolo pavel pasha pavlo pawel paulo pal "
	"pal",
	"pauline paula polly paulina", "pavel pasha pavlik",
	"peter pete pedro pierre pietro piotr piotrek petr pyotr petya petro piet pieter per pekka peder petar petros",
	"petra petruska", "philip phil pip philipp philippe felipe filip filippo lipa",
	"rafael rafa rafal rafa raphael raffaele", "raymond ray raimund ramon raimundo",
	"rebecca "
	"becky becca bex rebekka",
	"reinhard reini", "richard rick dick richie ricky rich ricardo riccardo ryszard rysiek rik",
	"robert bob bobby rob robbie bert robin roberto rupert", "rodrigo rigo", "roman roma romek",
	"ronald ron ronnie", "rosa rosie rosita rosalind rose ruza", "rosario charo", "rudolf rudi rolf rudolph ruda",
	"salvatore toto turi salvo", "samuel sam sammy", "samantha sam", "sandra sandy",
	"sebastian seb basti bastian sebastien bas",
	"sergei seryozha serhiy sergiy serge sergio "
	"serjoscha",
	"sarah sally sadie sara", "sigmund sigi zygmunt", "sophia sophie sonja sonya sofia sofie zofia zosia zofka",
	"stanislaw staszek stach stas stanislav standa",
	"stephanie steph steffi "
	"stefanie stefania",
	"steven steve stephen stephan stefan steffen stefano stephane esteban etienne stepan styopa istvan pista "
	"szczepan steen",
	"susan sue susie suzy susanna susanne susi zuzana zuzanna zuzia zuzka suzanne "
	"zsuzsa",
	"svetlana sveta lana", "szymon szymek simon", "tadeusz tadek", "tamara toma",
	"tatiana tanya tania tatyana tetiana tanja",
	"teresa tess tessa terry theresa therese resi thea terezie terka tere",
	"theodore ted teddy theo theodor fyodor fedor fedya teodor", "thomas tom tommy tomas tommaso tomasz tomek maso",
	"timothy tim timmy timofei tima", "tomasz tomek",
	"ursula uschi "
	"ulla urszula ula",
	"vaclav vasek wenzel waclaw wacek", "valentina valya valia", "valerie val valeria lera",
	"vasily vasya vasili vasyl", "victor vic viktor vitya vito", "victoria vicky tori vika viktoria viktoriia",
	"vincent vince vinny vincenzo enzo vicente", "vera verochka wiera", "veronica ronnie vero veronika nika",
	"violeta viola", "virginia ginny ginger",
	"vladimir vova volodya wladimir volodymyr vlada wlodzimierz wlodek "
	"vladya",
	"vladislav vlad slava wladyslaw wladek", "vojtech vojta wojciech wojtek adalbert", "walter walt wally walther",
	"wilhelm willi willy wim helmut guillaume", "wilhelmina minna mina",
	"william will bill billy willy "
	"liam wilhelm willem guillermo guglielmo wim",
	"winifred winnie freda", "yaroslav slava yarik jaroslav jarda jarek", "yuri yura zhora", "zachary zach zack",
	"zbigniew zbyszek", "zdenek zdenda", "zdzislaw zdzich", "zinaida zina", "agnieszka aga agnes",
	"jadwiga jadzia hedwig hedi", "wojciech wojtek", "ksenia ksyusha xenia", "александр саша шура саня",
	"александра саша шура", "екатерина катя", "antonio tonio toño nino totò", "luisa gina", "inacio nacio",
	"sebastiao tiao", "raimundo mundo", "severino biu", "aparecida cida", "isabel bel", "fatima fafa",
	"joaquina quina"};

static const char *const families[] = {"kim lee yi rhee park pak bak choi choe jung jeong chung kang cho jo yoon yun "
				       "jang lim im han shin seo kwon hwang",
	"wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang deng "
	"feng cao peng zeng xiao tian dong pan yuan "
	"cai jiang yu du ye cheng wei su lu ding ren shen yao chan wong cheung lau",
	"nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly",
	"sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi "
	"matsumoto inoue kimura hayashi shimizu",
	"nagy kovacs toth szabo horvath varga kiss molnar nemeth farkas balogh papp takacs juhasz"};
/* NOLINTEND(bugprone-suspicious-missing-comma) */

static struct hashes table; /* of a word: the lines that it stands in */
static struct hashes family;

static void index_lines(struct hashes *h, const char *const *lines, size_t n)
{
	struct arena a = {0};
	for (size_t i = 0; i < n; i++) {
		str rest = str_of(lines[i]), word;
		while (str_cut(&rest, ' ', &word))
			hashes_add(h, map_hash(latin_form(&a, utf8_bare(&a, word))), (int)i);
	}
	arena_release(&a);
}

bool given_same(str x, str y)
{
	if (!table.n)
		index_lines(&table, names, sizeof names / sizeof *names);
	for (uint32_t i = hashes_first(&table, map_hash(x)); i; i = hashes_next(&table, i))
		for (uint32_t k = hashes_first(&table, map_hash(y)); k; k = hashes_next(&table, k))
			if (hashes_id(&table, i) == hashes_id(&table, k))
				return true;
	return false;
}

bool given_is_family(str word)
{
	if (!family.n)
		index_lines(&family, families, sizeof families / sizeof *families);
	return hashes_first(&family, map_hash(word)) != 0;
}
