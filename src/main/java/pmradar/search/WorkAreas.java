package pmradar.search;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.modulith.NamedInterface;

/// Groups of countries that postings name where remote work may be done from. Whoever asks for a country also means
/// the groups that it belongs to. Public for the engines of this room only.
///
/// The members are those of the treaties where there is one; continents follow the UN's M49, with Mexico in North
/// America and Turkey in both EMEA and Asia.
@NamedInterface("engine")
public final class WorkAreas {

    private static final String WORLD = "WORLD";
    private static final Map<String, Set<String>> MEMBERS = members();

    private WorkAreas() {}

    /// The value itself, and all groups that include the whole of it; a zone of time only itself.
    ///
    /// @param value as counted by [FacetValues]: `DE`, `DACH`, `UTC+1`
    public static Set<String> including(String value) {
        var including = new TreeSet<>(Set.of(value));
        var asked = MEMBERS.getOrDefault(value, Set.of(value));
        MEMBERS.forEach((group, members) -> {
            if (members.containsAll(asked)) including.add(group);
        });
        boolean place = value.matches("[A-Z]{2}") || MEMBERS.containsKey(value);
        if (place) including.add(WORLD);
        return including;
    }

    /// The group as it is counted, for what somebody typed; the same text where it names no group.
    static String named(String text) {
        var name = text.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return name.equals(WORLD) || MEMBERS.containsKey(name) ? name : text;
    }

    private static Map<String, Set<String>> members() {
        var eu = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE";
        var europe = eu + " IS LI NO CH GB UA RS BA ME MK AL MD AD MC SM VA XK BY RU GI IM JE GG FO";
        var africa = "DZ AO BJ BW BF BI CV CM CF TD KM CG CD CI DJ EG GQ ER SZ ET GA GM GH GN GW KE LS LR LY MG MW ML"
                + " MR MU MA MZ NA NE NG RW ST SN SC SL SO ZA SS SD TZ TG TN UG ZM ZW";
        var middleEast = "BH IR IQ IL JO KW LB OM PS QA SA SY AE YE";
        var pacificAsia = "BD BT BN KH CN HK IN ID JP KR KP LA MO MY MV MN MM NP PK PH SG LK TW TH TL VN";
        var oceania = "AU NZ FJ PG SB VU WS TO KI FM MH NR PW TV";
        var south = "AR BO BR CL CO EC GY PY PE SR UY VE";
        var latin = south + " MX GT HN SV NI CR PA CU DO HT PR";
        var north = "US CA MX";
        var groups = new LinkedHashMap<String, Set<String>>();
        groups.put("EU", set(eu));
        groups.put("EEA", set(eu, "IS LI NO"));
        groups.put("EUROPE", set(europe));
        groups.put("DACH", set("DE AT CH"));
        groups.put("NORDICS", set("DK FI IS NO SE"));
        groups.put("MENA", set(middleEast, "DZ EG LY MA TN"));
        groups.put("AFRICA", set(africa));
        groups.put("EMEA", set(europe, africa, middleEast, "TR"));
        groups.put("ASIA", set(pacificAsia, middleEast, "TR AF AM AZ GE KZ KG TJ TM UZ"));
        groups.put("OCEANIA", set(oceania));
        groups.put("APAC", set(pacificAsia, oceania));
        groups.put("NORTH_AMERICA", set(north));
        groups.put("SOUTH_AMERICA", set(south));
        groups.put("LATAM", set(latin));
        groups.put("AMERICAS", set(north, latin, "JM TT BS BB BZ GD LC VC AG DM KN"));
        return groups;
    }

    private static Set<String> set(String... codes) {
        return Set.copyOf(Arrays.stream(codes)
                .flatMap(some -> List.of(some.split(" ")).stream())
                .toList());
    }
}
