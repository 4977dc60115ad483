import tempfile
from dataclasses import replace
from pathlib import Path
from verify.across import Whose
from verify.compare.number_matches import StoredNumber, match_numbers
from verify.compare.numbers import numbers
from verify.compare.role_matches import StoredRole, match_roles
from verify.compare.roles import roles
from verify.model import Slot
from verify.packs import load
from verify.pipeline import read_all, take_in_all
from verify.pool import Pool
from verify.read.engines import second_for
from verify.read.many import Reader
WANT={Slot.EDUCATION,Slot.TITLE,Slot.PATENT,Slot.AWARD,Slot.TRAINING,Slot.INSURANCE,Slot.OTHER}
def main():
    N=load("shaoxing-2024-07"); cases=[]
    with tempfile.TemporaryDirectory() as t, Pool(1) as pool:
        for b in ("sample-batch","sample-batch-yongjia"):
            people={f"{b[-4:]}{p.name}":p for p in sorted(Path("fixtures",b).iterdir()) if p.is_dir()}
            intakes=[replace(i,files=tuple(f for f in i.files if f.slot in WANT)) for i in take_in_all(people,None,Path(t)/b,pool)]
            print(b,sum(len(i.files) for i in intakes),flush=True)
            cases+=read_all(intakes,Reader(pool,"rapidocr",second_for("rapidocr"),None),lambda _:None)
    all_=[(c,numbers(c,N),roles(c,N)) for c in cases]
    for c,n,r in all_:
        print(c.folder,c.name,[(x.kind,x.exact,x.own,x.sure) for x in n],[(x.project,x.role) for x in r])
    for c,n,r in all_:
        o=[(d,m,s) for d,m,s in all_ if d.folder!=c.folder]
        for m in (*match_numbers(c,n,[StoredNumber(Whose(d.folder,d.name),x) for d,m,_ in o for x in m]),*match_roles(c,r,[StoredRole(Whose(d.folder,d.name),x) for d,_,s in o for x in s],N)):
            print("MATCH",c.name,m.what,m.whose.name,m.score,m.explained,m.mine,m.theirs)
if __name__=="__main__": main()
