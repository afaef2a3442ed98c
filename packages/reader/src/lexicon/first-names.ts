/** First names that are nearly always a woman's or a man's, from many languages: they tell which of two people `she` may stand for. */
const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export const WOMENS_NAMES: ReadonlySet<string> = names(
  'ada agnes aisha alice alicia amina amira ana anastasia angela anita anna anne annie astrid aung barbara beatrice beatriz betty carla carmen carol caroline catherine cecilia ' +
    'charlotte christina christine claire clara claudia cristina dalia daniela deborah diana dina dorothy edith elena eleanor elisabeth elizabeth ella ellen emily emma esther eva ' +
    'evelyn fatima fatma federica florence frances gabriela giorgia giulia gloria grace greta hala hanan hannah heather heidi helen helena hillary huda ilse ines ingrid irene irina iryna ' +
    'isabel isabella jacinda jacqueline jane janet jennifer jessica joan joanna josephine joyce judith julia julie karen kate katherine kathleen kaja khadija lara laura layla leila lena ' +
    'leyla liliana linda lisa lucia lucy luisa lydia magda magdalena maia margaret margot maria mariam marie marina marta martha mary maryam mercedes michelle miriam mona monica nadia ' +
    'nancy natalia natalie nicola nikki noor nora nour olena olga oksana pamela patricia paula petra rachel rania rebecca rita rosa rose ruth salma samira sandra sara sarah selma sheikha shirin ' +
    'silvia simone sofia sonia sophia sophie stella susan susana svetlana tamar tatiana teresa theresa tove ursula valentina valeria vera veronica victoria viktoria virginia viola yasmin yulia zainab zeinab',
);

export const MENS_NAMES: ReadonlySet<string> = names(
  'abdul abdullah abraham adam adnan ahmad ahmed alan albert alberto alejandro alexander ali amir anatoly andrei andrew andrzej anthony antonio antony arthur ashraf avi bashar benjamin bernard ' +
    'bernie bill bob boris brian bruce carl carlos charles christopher daniel david dennis dmitri dmitry dmytro donald edward emmanuel eric ernesto faisal fernando francis francisco frank franz fred ' +
    'gabriel gary george gerald giovanni giuseppe gregory guillermo gustavo hamid hans harold hassan henry hussein ibrahim igor isaac ismail ivan jack jacob james jamal jan jason javier jean jeffrey ' +
    'jens jeremy jerome joe john jonas jonathan jorge jose josef joseph joshua juan karim karl keith kenneth kevin khaled khalid kofi larry lars leonard leonid louis luis lukas mahmoud manuel marc ' +
    'marco mario mark martin matthew mehmet michael miguel mikhail mohamed mohammad mohammed moshe muhammad mustafa nasser nathan nicholas nicolas nikolai norman oleg oleksandr omar oscar osama pablo ' +
    'pascal patrick paul pavel pedro peter petro philip pierre pietro rafael ralph ramon raymond recep ricardo richard robert roberto roger roland ronald roy saeed said salman samuel scott sean serge ' +
    'sergei sergey simon stanislav stefan stephen steven taras terry thomas tim timothy tom tomas tony vadim vasily victor viktor vincent vladimir volodymyr walter werner william wolfgang yasser yitzhak yossi yuri yusuf zbigniew',
);
