using System.Collections.Frozen;

namespace BounceBoard.Core.Addresses;

/// <summary>Public suffixes of two labels. Compact on purpose: registries under which mail providers and their customers really stand.</summary>
internal static class PublicSuffixes
{
    /// <summary>By country: second-level labels that the country's registry sells names under.</summary>
    public static FrozenDictionary<string, FrozenSet<string>> SecondLevel { get; } = new Dictionary<string, string>
    {
        ["ae"] = "ac co gov net org sch",
        ["ar"] = "com edu gob gov int mil net org tur",
        ["at"] = "ac co gv or",
        ["au"] = "asn com edu gov id net org",
        ["bd"] = "ac com edu gov net org",
        ["bo"] = "com edu gob net org",
        ["br"] = "adv com edu eng gov ind jus med net org",
        ["cn"] = "ac com edu gov net org",
        ["co"] = "com edu gov mil net nom org",
        ["cr"] = "ac co ed fi go or",
        ["cy"] = "ac com gov net org",
        ["do"] = "com edu gob net org",
        ["ec"] = "com edu fin gob med net org",
        ["eg"] = "com edu gov net org",
        ["es"] = "com edu gob nom org",
        ["gr"] = "com edu gov net org",
        ["gt"] = "com edu gob ind net org",
        ["hk"] = "com edu gov idv net org",
        ["hu"] = "co org",
        ["id"] = "ac co desa go mil my net or sch web",
        ["il"] = "ac co gov k12 muni net org",
        ["in"] = "ac co edu firm gen gov ind net nic org res",
        ["jp"] = "ac ad co ed go gr lg ne or",
        ["ke"] = "ac co go me mobi ne or sc",
        ["kr"] = "ac co go kg ms ne or pe re sc",
        ["lk"] = "ac com edu gov net org",
        ["mo"] = "com edu gov net org",
        ["mt"] = "com edu net org",
        ["mx"] = "com edu gob net org",
        ["my"] = "com edu gov mil name net org",
        ["ng"] = "com edu gov net org sch",
        ["np"] = "com edu gov net org",
        ["nz"] = "ac co cri geek gen govt health iwi maori mil net org school",
        ["pe"] = "com edu gob mil net nom org",
        ["ph"] = "com edu gov net org",
        ["pk"] = "com edu gov net org",
        ["pl"] = "com edu gov info net org",
        ["pt"] = "com edu gov org",
        ["py"] = "com coop edu gov net org",
        ["ro"] = "com org",
        ["sa"] = "com edu gov med net org",
        ["sg"] = "com edu gov net org per",
        ["th"] = "ac co go in mi net or",
        ["tr"] = "av bel com dr edu gen gov info k12 mil name net org pol web",
        ["tw"] = "club com ebiz edu game gov idv mil net org",
        ["ua"] = "com edu gov kiev kyiv lviv net odesa org",
        ["uk"] = "ac co gov ltd me mod net nhs org plc police sch",
        ["uy"] = "com edu gub mil net org",
        ["ve"] = "co com edu gob net org web",
        ["vn"] = "ac com edu gov net org",
        ["za"] = "ac co edu gov law net nom org school web",
    }.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Split(' ').ToFrozenSet());

    /// <summary>Suffixes that a private operator sells names under: two customers below one are two organizations.</summary>
    public static FrozenSet<string> Shared { get; } = new[]
    {
        "br.com", "cn.com", "de.com", "eu.com", "gb.net", "jpn.com", "ru.com", "sa.com", "uk.com", "uk.net", "us.com", "za.com", "co.com",
    }.ToFrozenSet();
}
